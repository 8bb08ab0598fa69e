// The native modules of the standard library, one a line.

import Runtime

public enum StandardModules {
    public static func registerAll() {
        AstModule.start()
        NativeModules.register("_ast", AstModule.fill)
        NativeModules.register("_abc", AbcModule.fill)
        NativeModules.register("_random", RandomModule.fill)
        NativeModules.register("_struct", StructModule.fill)
        NativeModules.register("_weakref", WeakrefModule.fill)
        NativeModules.register("_thread", ThreadModule.fill)
        NativeModules.register("_queue", QueueModule.fill)
        NativeModules.register("_contextvars", ContextvarsModule.fill)
        NativeModules.register("_codecs", CodecsModule.fill)
        NativeModules.register("_string", StringModule.fill)
        NativeModules.register("errno", ErrnoModule.fill)
        NativeModules.register("gc", GCModule.fill)
        NativeModules.register("_functools", FunctoolsModule.fill)
        NativeModules.register("_operator", OperatorModule.fill)
        NativeModules.register("itertools", ItertoolsModule.fill)
        NativeModules.register("array", ArrayModule.fill)
        NativeModules.register("_bisect", BisectModule.fill)
        NativeModules.register("_collections", CollectionsModule.fill)
        NativeModules.register("_heapq", HeapqModule.fill)
        NativeModules.register("cmath", CMathModule.fill)
        NativeModules.register("time", TimeModule.fill)
        NativeModules.register("_signal", SignalModule.fill)
        NativeModules.register("atexit", AtexitModule.fill)
        NativeModules.register("faulthandler", FaulthandlerModule.fill)
        NativeModules.register("math", MathModule.fill)
        NativeModules.register("_sre", SreModule.fill)
        NativeModules.register("_stat", StatModule.fill)
        NativeModules.register("posix", PosixModule.fill)
        NativeModules.register("_typing", TypingModule.fill)
        NativeModules.register("_locale", LocaleModule.fill)
        NativeModules.register("_imp", ImpModule.fill)
        NativeModules.register("marshal", MarshalModule.fill)
    }
}
