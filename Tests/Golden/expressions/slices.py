s = list(range(10))
print(s[2:5], s[:3], s[7:], s[:], s[-3:], s[:-7], s[::3], s[::-1], s[8:2:-2], s[5:2], s[2:100], s[-100:2])
print(s[slice(1, 4)], s[slice(None, None, 2)], "hello"[1:-1], (1, 2, 3)[::-1], b"abc"[::2], range(10)[2:8:3])


class Show:
    def __getitem__(self, key):
        return key


o = Show()
print(o[1], o[1:2], o[:], o[::], o[1:2:3], o[1, 2], o[1:2, 3], o[..., None], o[()], o[(1,)], o[1,])
print(o[*[1, 2]], o[*"ab", 3], o[-1:], o[1:2, ::3, ...])
