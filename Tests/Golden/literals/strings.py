print('a' "b" 'c', 'it''s', "say \"hi\"", 'tab\there')
print("""triple
"quoted" lines""", '''and ' too''')
print('line \
continued')
print(len('\a\b\f\n\r\t\v\\\'\"'), repr('\a\b\f\n\r\t\v\\\'\"'))
print('\x41\101\7\u0042\U00000043\N{LATIN SMALL LETTER D}\N{greek small letter alpha}')
print(repr('\0\01\012\0123'), '\1012')
print(r'\n\x', R"\'", r'''\
''', len(r"\\"))
print(u'unicode', U"x")
print(repr('\x7f\x80\xa0\xad\xff\u0100\u200b\ud800\ue000\U0001F600\U000e0001'.encode('utf-8', 'surrogatepass')))
print(ascii('é\u20ac\U0001F600'), repr('é€😀'))
