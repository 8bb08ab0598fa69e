# golden: flags=-S,-E args=x,-y,--z
import sys
print(sys.argv[1:], sys.flags.no_site, sys.flags.ignore_environment, "site" in sys.modules)
