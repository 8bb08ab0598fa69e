from sys import a,
