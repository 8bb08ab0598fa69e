// UnicodeData
