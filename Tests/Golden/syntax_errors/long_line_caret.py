x = aaaaaaaaaa+aaaaaaaaaa+aaaaaaaaaa+aaaaaaaaaa+aaaaaaaaaa+aaaaaaaaaa+aaaaaaaaaa+aaaaaaaaaa+aaaaaaaaaa+aaaaaaaaaa+aaaaaaaaaa+aaaaaaaaaa = 5
