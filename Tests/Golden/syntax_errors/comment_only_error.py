# a comment


x = [
