#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>
static PyObject *noargs(PyObject *s, PyObject *a) { return PyLong_FromLong(42); }
static PyObject *one(PyObject *s, PyObject *a) { return PyNumber_Add(a, a); }
static PyObject *varargs(PyObject *s, PyObject *args) { int i; const char *t; PyObject *o; double d=1.5;
  if (!PyArg_ParseTuple(args, "isO|d:varargs", &i, &t, &o, &d)) return NULL;
  return Py_BuildValue("(isOd{s:i}[ii])", i, t, o, d, "k", 7, 1, 2); }
static PyObject *kw(PyObject *s, PyObject *args, PyObject *kwargs) { static char *names[]={"a","b","c",NULL}; int a,b=5; PyObject*c=Py_None;
  if (!PyArg_ParseTupleAndKeywords(args, kwargs, "i|i$O:kw", names, &a,&b,&c)) return NULL;
  return Py_BuildValue("iiO", a,b,c); }
static PyObject *fast(PyObject *s, PyObject *const *args, Py_ssize_t n) { Py_ssize_t i; PyObject *t = PyTuple_New(n); for (i=0;i<n;i++){Py_INCREF(args[i]); PyTuple_SET_ITEM(t,n-1-i,args[i]);} return t; }
static PyObject *fastkw(PyObject *s, PyObject *const *args, Py_ssize_t n, PyObject *kwn) { return Py_BuildValue("nO", n, kwn?kwn:Py_None); }
static PyObject *bad1(PyObject *s, PyObject *a) { return NULL; }
static PyObject *bad2(PyObject *s, PyObject *a) { PyErr_SetString(PyExc_ValueError,"left"); Py_RETURN_NONE; }
static PyObject *err(PyObject *s, PyObject *a) { return PyErr_Format(PyExc_KeyError,"bad %s %d %R", "x", 3, a); }
static PyObject *sum(PyObject *s, PyObject *l) { double t=0; Py_ssize_t i; for(i=0;i<PyList_GET_SIZE(l);i++){PyObject*x=PyList_GET_ITEM(l,i); if (x==Py_None) continue; t+=PyFloat_AsDouble(x); if(PyErr_Occurred())return NULL;} PyObject *r=PyFloat_FromDouble(t); PyList_Append(l,r); PyList_Append(l,Py_None); return r; }
static PyObject *call(PyObject *s, PyObject *f) { return PyObject_CallFunction(f,"ii",3,4); }
static PyObject *nested(PyObject *s, PyObject *t) { /* ((1,2),3) */ PyObject *in=PyTuple_GET_ITEM(t,0); return Py_BuildValue("lO", PyLong_AsLong(PyTuple_GET_ITEM(in,1)), PyTuple_GET_ITEM(t,1)); }
typedef struct { PyObject_HEAD double x; PyObject *o; } Pt;
static int Pt_init(Pt *p, PyObject *a, PyObject *k) { PyObject*o=Py_None; if(!PyArg_ParseTuple(a,"d|O",&p->x,&o)) return -1; Py_INCREF(o); Py_XSETREF(p->o,o); return 0; }
static void Pt_dealloc(Pt *p){ PyObject_GC_UnTrack(p); Py_CLEAR(p->o); Py_TYPE(p)->tp_free((PyObject*)p); }
static int Pt_trav(Pt *p, visitproc visit, void *arg){ Py_VISIT(p->o); return 0; }
static PyObject *Pt_repr(Pt *p){ char b[64]; PyOS_snprintf(b,64,"Pt(%g)",p->x); return PyUnicode_FromString(b);} 
static PyObject *Pt_add(PyObject*a,PyObject*b);
static PyObject *Pt_get(Pt*p,void*c){return PyFloat_FromDouble(p->x*2);} 
static PyObject *Pt_m(Pt*p,PyObject*a){return Py_BuildValue("dO",p->x,a);} 
static Py_ssize_t Pt_len(Pt*p){return 3;} static PyObject *Pt_item(Pt*p,Py_ssize_t i){ if(i>=3){PyErr_SetString(PyExc_IndexError,"end");return NULL;} return PyLong_FromSsize_t(i*10);} 
static PyObject *Pt_cmp(PyObject*a,PyObject*b,int op){ Py_RETURN_RICHCOMPARE(((Pt*)a)->x,((Pt*)b)->x,op);} 
static Py_hash_t Pt_hash(Pt*p){return 7;}
static PyNumberMethods Pt_num={.nb_add=Pt_add}; static PySequenceMethods Pt_seq={.sq_length=(lenfunc)Pt_len,.sq_item=(ssizeargfunc)Pt_item};
static PyMethodDef Pt_methods[]={{"m",(PyCFunction)Pt_m,METH_O,"m(a)\n--\n\ndoc of m"},{0}};
static PyMemberDef Pt_members[]={{"x",T_DOUBLE,offsetof(Pt,x),0,"x"},{"o",T_OBJECT,offsetof(Pt,o),0,0},{0}};
static PyGetSetDef Pt_gs[]={{"twice",(getter)Pt_get,0,0,0},{0}};
static PyTypeObject Pt_T={PyVarObject_HEAD_INIT(NULL,0) .tp_name="thin.Pt",.tp_basicsize=sizeof(Pt),.tp_flags=Py_TPFLAGS_DEFAULT|Py_TPFLAGS_BASETYPE|Py_TPFLAGS_HAVE_GC,.tp_new=PyType_GenericNew,.tp_init=(initproc)Pt_init,.tp_dealloc=(destructor)Pt_dealloc,.tp_traverse=(traverseproc)Pt_trav,.tp_repr=(reprfunc)Pt_repr,.tp_as_number=&Pt_num,.tp_as_sequence=&Pt_seq,.tp_methods=Pt_methods,.tp_members=Pt_members,.tp_getset=Pt_gs,.tp_richcompare=Pt_cmp,.tp_hash=(hashfunc)Pt_hash,.tp_doc="A point."};
static PyObject *Pt_add(PyObject*a,PyObject*b){ if(!PyObject_TypeCheck(a,&Pt_T)||!PyObject_TypeCheck(b,&Pt_T)) Py_RETURN_NOTIMPLEMENTED; return PyObject_CallFunction((PyObject*)&Pt_T,"d",((Pt*)a)->x+((Pt*)b)->x);} 
static PyObject *slots(PyObject*s,PyObject*o){ PyTypeObject*t=Py_TYPE(o); PyObject*r=t->tp_repr(o); PyObject*h=PyLong_FromLong(t->tp_hash?t->tp_hash(o):0); return Py_BuildValue("NNii",r,h,t->tp_getattro==PyObject_GenericGetAttr, t->tp_as_number&&t->tp_as_number->nb_add!=0);} 
static PyMethodDef M[]={{"noargs",noargs,METH_NOARGS,"noargs()\n--\n\nDoc."},{"one",one,METH_O},{"varargs",varargs,METH_VARARGS},{"kw",(PyCFunction)kw,METH_VARARGS|METH_KEYWORDS},{"fast",(PyCFunction)fast,METH_FASTCALL},{"fastkw",(PyCFunction)fastkw,METH_FASTCALL|METH_KEYWORDS},{"bad1",bad1,METH_NOARGS},{"bad2",bad2,METH_NOARGS},{"err",err,METH_O},{"sum",sum,METH_O},{"call",call,METH_O},{"nested",nested,METH_O},{"slots",slots,METH_O},{0}};
static int ex(PyObject*m){ if(PyType_Ready(&Pt_T)<0) return -1; return PyModule_AddObjectRef(m,"Pt",(PyObject*)&Pt_T)|PyModule_AddIntConstant(m,"N",12); }
static PyModuleDef_Slot S[]={{Py_mod_exec,ex},{0}};
static PyModuleDef D={PyModuleDef_HEAD_INIT,"thin","thin doc",0,M,S};
PyMODINIT_FUNC PyInit_thin(void){return PyModuleDef_Init(&D);}
