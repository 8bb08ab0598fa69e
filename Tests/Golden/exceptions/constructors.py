def t(f,*a,**k):
    try: r=f(*a,**k); print('OK',repr(r), str(r) if isinstance(r,BaseException) else '')
    except BaseException as e: print(type(e).__name__, e)
t(BaseException,x=1); t(Exception,1,x=1); t(ImportError,'a',foo=1); t(AttributeError,'a',foo=1); t(NameError,'x',obj=1); t(KeyError,x=1)
t(OSError,x=1); t(OSError,2,'no',x=3); t(StopIteration,1,x=1); t(SystemExit,x=1)
t(ImportError, 'a', name=1,path=2,foo=3)
e=Exception()
for attr in ['args','__traceback__','__context__','__cause__','__suppress_context__','__dict__']:
    t(delattr,e,attr); t(setattr,e,attr,5)
t(e.add_note,1); e.__notes__=5; t(e.add_note,'x'); t(e.__setstate__,5); t(e.__setstate__,None); t(e.with_traceback,5); print(e.__reduce__())
t(UnicodeDecodeError); t(UnicodeDecodeError,1,2,3,4,5); t(UnicodeDecodeError,'a',2,3,4,5); t(UnicodeDecodeError,'a',b'abc',3,4,5); t(UnicodeDecodeError,'a',b'abc','x',4,'r');t(UnicodeDecodeError,'a',b'abc',1,2,'r');t(UnicodeDecodeError,'a',b'abc',1,3,'r');t(UnicodeDecodeError,'a',b'abc',7,8,'r')
t(UnicodeEncodeError,'a','abc',1,2,'r'); t(UnicodeEncodeError,'a','a\u1234c',1,2,'r'); t(UnicodeEncodeError,'a','a\U00012345c',1,2,'r'); t(UnicodeTranslateError,'a\u1234c',1,2,'r');t(UnicodeTranslateError,'a\u1234c',1,3,'r');t(UnicodeTranslateError,'a')
t(UnicodeEncodeError,'a',b'abc',1,2,'r'); t(UnicodeEncodeError,'a','abc',1,2,'r',x=1); t(UnicodeTranslateError,1,1,2,'r')
u=UnicodeDecodeError('a',b'abc',1,2,'r')
for a,v in [('encoding',5),('object',5),('start',100),('end',-5),('reason',5)]:
    u=UnicodeDecodeError('a',b'abc',1,2,'r'); t(setattr,u,a,v); t(str,u); t(delattr,u,a); t(str,u)
t(SyntaxError,1,2); t(SyntaxError,'m',(1,2)); t(SyntaxError,'m',('f',2,3,'t',5)); t(SyntaxError,'m',('f',2,3,'t')); t(SyntaxError,'m',('f',2,3,'t',5,6)); t(SyntaxError,'m',('f','2',3,'t',5,6,7)); t(SyntaxError,'m',('/a/b/f','2',3,'t',5,6)); t(SyntaxError,'m',(None,2,3,'t',5,6)); t(SyntaxError); t(SyntaxError,x=2)
s=SyntaxError(); print(s.msg,s.lineno,s.print_file_and_line); s.msg=5; s.lineno=3; print(s); s.filename='x/y'; print(s); s.lineno=None; print(s)
G=BaseExceptionGroup
t(G); t(G,1,2); t(G,'a',5); t(G,'a',[]); t(G,'a',[1]); t(G,'a',[ValueError(),KeyboardInterrupt()]); t(ExceptionGroup,'a',[KeyboardInterrupt()]); t(G,'a',[ValueError(1)]); t(G,'a',{1});t(G,'a','b'); t(G,'a',[1],2); t(G,'a',[ValueError()],x=2); t(G,1,[])
class EG(ExceptionGroup): pass
t(EG,'a',[KeyboardInterrupt()]); t(EG,'a',[ValueError()])
class BG(BaseExceptionGroup, ValueError): pass
t(BG,'a',[KeyboardInterrupt()]);t(BG,'a',[ValueError()])
g=G('a',[ValueError(1),TypeError(2)])
t(g.split,1); t(g.split,ValueError); t(g.subgroup,ValueError); t(g.subgroup,KeyError); t(g.split,lambda e: isinstance(e,ValueError)); t(g.derive,5); t(g.derive,[ValueError()]); t(setattr,g,'message',1); t(setattr,g,'exceptions',1); t(g.split,(ValueError,5)); t(g.split); t(g.split,(ValueError,KeyError)); t(g.split, 1/1); t(g.split, int); t(g.split, ())
t(G.__class_getitem__,int); print(G.__bases__,ExceptionGroup.__bases__,ExceptionGroup.__mro__, ExceptionGroup.__module__)
print(g.__dict__, G.__doc__, G('x',[KeyboardInterrupt()]).message)
for x in [OSError(2,'no'),OSError(2,'no','f'),OSError(2,'no','f',5,'g'),OSError(2,'no',None),OSError(2),OSError(),OSError(1,2,3,4,5,6),OSError('a','b'),OSError(11,'x',5),BlockingIOError(1,'x',7),OSError(10**30,'x'),PermissionError('a'),OSError(2.0,'z'), OSError(True,'z')]:
    print(type(x),repr(x),str(x),x.args,x.errno,x.strerror,x.filename,x.filename2,x.__reduce__()); 
    t(getattr,x,'characters_written')
b=BlockingIOError(); t(setattr,b,'characters_written','x'); t(setattr,b,'characters_written',5); t(getattr,b,'characters_written'); t(delattr,b,'characters_written'); t(getattr,b,'characters_written'); t(delattr,b,'characters_written')
class MyO(OSError):
    def __init__(self,*a): pass
x=MyO(2,'a'); print(repr(x),x.errno,x)
class MyO2(OSError):
    def __new__(cls,*a): return super().__new__(cls,*a)
x=MyO2(2,'a'); print(repr(x),x.errno,x)
class MyO3(OSError):
    def __new__(cls,*a): return super().__new__(cls,*a)
    def __init__(self,*a): pass
x=MyO3(2,'a'); print(repr(x),x.errno,x, x.args)
class MyO4(OSError):
    def __init__(self,a): super().__init__(a,'q','fn')
x=MyO4(2); print(repr(x),x.errno,x, x.args)
import errno
for c in OSError.__subclasses__()+ConnectionError.__subclasses__():
    if c.__module__ == "builtins" : print(c.__name__, sorted(n for n,v in vars(errno).items() if isinstance(v,int) and type(OSError(v,'')) is c))
i=ImportError('m',name='n',path='p'); print(i.__reduce__(), repr(i), i.msg); i=ImportError('a','b'); print(i.msg,str(i)); i.msg=5; print(str(i))
print(StopIteration(1,2).value, StopIteration().value, SystemExit(1,2).code,SystemExit().code)
