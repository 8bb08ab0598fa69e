#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>
typedef struct { PyObject_HEAD PyObject *dict; PyObject *weak; PyObject *items; int n; } H;
static PyObject *H_new(PyTypeObject *t, PyObject *a, PyObject *k){ H*h=(H*)t->tp_alloc(t,0); if(h) h->items=PyList_New(0); return (PyObject*)h; }
static void H_dealloc(H*h){ PyTypeObject*t=Py_TYPE(h); PyObject_GC_UnTrack(h); if(h->weak) PyObject_ClearWeakRefs((PyObject*)h); Py_CLEAR(h->dict); Py_CLEAR(h->items); t->tp_free(h); Py_DECREF(t);} 
static int H_trav(H*h,visitproc visit,void*arg){Py_VISIT(Py_TYPE(h));Py_VISIT(h->dict);Py_VISIT(h->items);return 0;}
static int H_clear(H*h){Py_CLEAR(h->dict);Py_CLEAR(h->items);return 0;}
static PyObject *H_add(H*h,PyTypeObject*cls,PyObject*const*args,Py_ssize_t n,PyObject*kw){ for(Py_ssize_t i=0;i<n;i++){ if(PyList_Append(h->items,args[i])<0)return NULL;} return Py_BuildValue("sn",cls->tp_name,PyList_GET_SIZE(h->items)); }
static PyObject *H_cm(PyObject*cls,PyObject*a){ return PyObject_CallNoArgs(cls);} static PyObject *H_sm(PyObject*s,PyObject*a){ return Py_BuildValue("iO",s==NULL,a);} 
static PyObject *H_sub(H*h,PyObject*k){ return PyObject_GetItem(h->items,k);} static int H_set(H*h,PyObject*k,PyObject*v){ return v?PyObject_SetItem(h->items,k,v):PyObject_DelItem(h->items,k);} static Py_ssize_t H_len(H*h){return PyList_GET_SIZE(h->items);} 
static PyObject *H_iter(H*h){return PyObject_GetIter(h->items);} static PyObject *H_call(H*h,PyObject*a,PyObject*k){return Py_BuildValue("OO",a,k?k:Py_None);} 
static int H_buf(H*h,Py_buffer*v,int f){ return PyBuffer_FillInfo(v,(PyObject*)h,"buffer!",7,1,f);} 
static PyObject *H_getattro(PyObject*o,PyObject*n){ if(PyUnicode_CompareWithASCIIString(n,"magic")==0) return PyLong_FromLong(99); return PyObject_GenericGetAttr(o,n);} 
static PyMethodDef HM[]={{"add",(PyCFunction)H_add,METH_METHOD|METH_FASTCALL|METH_KEYWORDS},{"cm",H_cm,METH_CLASS|METH_NOARGS},{"sm",H_sm,METH_STATIC|METH_O},{0}};
static PyMemberDef Mem[]={{"__dictoffset__",T_PYSSIZET,offsetof(H,dict),READONLY},{"__weaklistoffset__",T_PYSSIZET,offsetof(H,weak),READONLY},{"items",T_OBJECT,offsetof(H,items),READONLY},{"n",T_INT,offsetof(H,n)},{0}};
static PyType_Slot HS[]={{Py_tp_new,H_new},{Py_tp_dealloc,H_dealloc},{Py_tp_traverse,H_trav},{Py_tp_clear,H_clear},{Py_tp_methods,HM},{Py_tp_members,Mem},{Py_mp_subscript,H_sub},{Py_mp_ass_subscript,H_set},{Py_mp_length,H_len},{Py_tp_iter,H_iter},{Py_tp_call,H_call},{Py_bf_getbuffer,H_buf},{Py_tp_getattro,H_getattro},{Py_tp_doc,"H(x)\n--\n\nHeap."},{0}};
static PyType_Spec Spec={"heap.H",sizeof(H),0,Py_TPFLAGS_DEFAULT|Py_TPFLAGS_BASETYPE|Py_TPFLAGS_HAVE_GC,HS};
static PyObject*capn(PyObject*s,PyObject*a){static int v=5; PyObject*c=PyCapsule_New(&v,"heap.v",NULL); int *p=PyCapsule_GetPointer(c,"heap.v"); PyObject*r=Py_BuildValue("iN",*p,PyBool_FromLong(PyCapsule_IsValid(c,"other"))); Py_DECREF(c); return r;}
static PyObject*buf(PyObject*s,PyObject*o){Py_buffer b; if(PyObject_GetBuffer(o,&b,PyBUF_SIMPLE)<0)return NULL; PyObject*r=PyBytes_FromStringAndSize(b.buf,b.len); PyBuffer_Release(&b); return r;}
static PyObject*dicts(PyObject*s,PyObject*d){ PyObject*k,*v;Py_ssize_t p=0; PyObject*l=PyList_New(0); while(PyDict_Next(d,&p,&k,&v)){PyObject*t=PyTuple_Pack(2,v,k);PyList_Append(l,t);Py_DECREF(t);} PyDict_SetItemString(d,"new",Py_True); PyObject*g=PyDict_GetItemString(d,"a"); return Py_BuildValue("NO",l,g?g:Py_None);} 
static PyObject*sub(PyObject*s,PyObject*base){ return PyObject_CallFunction((PyObject*)&PyType_Type,"s(O){sO}","Made",base,"x",Py_None);} 
static PyObject*excs(PyObject*s,PyObject*f){ PyObject*r=PyObject_CallNoArgs(f); if(r)return r; PyObject*t,*v,*tb; PyErr_Fetch(&t,&v,&tb); PyErr_NormalizeException(&t,&v,&tb); PyObject*x=Py_BuildValue("OOO",t,v,((PyBaseExceptionObject*)v)->args); Py_XDECREF(t);Py_XDECREF(v);Py_XDECREF(tb); return x;}
static PyObject*strs(PyObject*s,PyObject*u){ PyObject*n=PyUnicode_New(3,127); PyUnicode_WRITE(PyUnicode_KIND(n),PyUnicode_DATA(n),0,'a');PyUnicode_WRITE(PyUnicode_KIND(n),PyUnicode_DATA(n),1,'b');PyUnicode_WRITE(PyUnicode_KIND(n),PyUnicode_DATA(n),2,'c'); return Py_BuildValue("NsnI",n,PyUnicode_AsUTF8(u),PyUnicode_GET_LENGTH(u),PyUnicode_READ_CHAR(u,0));}
static PyMethodDef M[]={{"capn",capn,METH_NOARGS},{"buf",buf,METH_O},{"dicts",dicts,METH_O},{"sub",sub,METH_O},{"excs",excs,METH_O},{"strs",strs,METH_O},{0}};
static PyModuleDef D={PyModuleDef_HEAD_INIT,"heap",0,-1,M};
PyMODINIT_FUNC PyInit_heap(void){PyObject*m=PyModule_Create(&D); PyObject*t=PyType_FromModuleAndSpec(m,&Spec,NULL); if(!t)return NULL; PyModule_AddObject(m,"H",t); PyModule_AddObject(m,"Err",PyErr_NewException("heap.Err",PyExc_ValueError,NULL)); return m;}
