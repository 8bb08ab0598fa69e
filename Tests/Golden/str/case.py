for s in ["hello World", "ÀÉÎ straße ŉ", "ΑΣ ΑΣΣ σς", "ǆ Ǆ ǅ", "they're o'neil x1y", "İı", "ﬁ ﬃ", "", "123abc", "ᾳ ΐ", "MiXeD-cAsE_te st"]:
    print([s.upper(), s.lower(), s.capitalize(), s.title(), s.swapcase(), s.casefold()])
print("a".islower(), "A".isupper(), "Aa".istitle(), "A B".istitle(), "A b".istitle(), "1".islower(), "1a".islower(), "".isupper(), "ǅ".istitle(), "ª".islower(), "Ⅷ".isupper())
