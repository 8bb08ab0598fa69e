// The native modules of the standard library, one a line.

import Runtime

public enum StandardModules {
    public static func registerAll() {
        NativeModules.register("math", MathModule.fill)
    }
}
