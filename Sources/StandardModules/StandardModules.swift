// The native modules of the standard library, one a line.

import Runtime

public enum StandardModules {
    public static func registerAll() {
        NativeModules.register("_abc", AbcModule.fill)
        NativeModules.register("_weakref", WeakrefModule.fill)
        NativeModules.register("gc", GCModule.fill)
        NativeModules.register("math", MathModule.fill)
    }
}
