// Starting the runtime.

import CPythonABI

public enum Bootstrap {
    public static func start() {
        Collector.initializeRings()
        DictKeys.initialize()
        ThreadStates.initialize()
        NativeTier.configure()
        Handlers.install()
        BuiltinTypes.installDeallocators()
        Names.initialize()
        for index in 0..<Int(_PySwift_static_type_count) { TypeBuilder.prepare(_PySwift_static_type(index)) }
        for index in 0..<Int(_PySwift_static_exception_count) { TypeBuilder.prepare(_PySwift_static_exception(index)) }
        BuiltinTypes.describe()
        for index in 0..<Int(_PySwift_static_type_count) { TypeBuilder.finish(_PySwift_static_type(index)) }
        for index in 0..<Int(_PySwift_static_exception_count) { TypeBuilder.finish(_PySwift_static_exception(index)) }
        ExceptionGroupType.makeExceptionGroup()
        Attributes.objectGetAttribute = PyBaseObject_TypePointer().lookup(Names.getattribute)
    }
}
