print((1)(2) if 0 else 'warned')
