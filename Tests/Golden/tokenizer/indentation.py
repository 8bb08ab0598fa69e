def f(x):
  if x:
        return 1
  else:
    	return 2
def g():
	# a tab
	if True:
	        return "mixed"
print(f(1), f(0), g())
if True:
    # comment at other levels
  # here
        # there
    print("a")

    print("b")
# end
