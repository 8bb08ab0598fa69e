#pragma once
// The binary interface of CPython 3.11 on x86-64 Linux, as compiled extension modules see it.
//
// Compiled extensions read and write these structs directly, through macros that were expanded when the extension was
// built. So the layouts are not ours to choose: every object the runtime makes *is* one of them, and a test compares
// every offset and size here with numbers recorded from CPython's headers. Struct, field and type names are CPython's.
//
// Only declarations and data live in this module; behaviour is written in Swift. The exceptions are functions that C
// alone can express: those with a variable number of arguments, and access to a thread-local variable.

#include "BasicTypes.h"
#include "ObjectHeader.h"
#include "Constants.h"
#include "TypeObject.h"
#include "NumberObjects.h"
#include "StringObjects.h"
#include "ContainerObjects.h"
#include "CallableObjects.h"
#include "DescriptorObjects.h"
#include "CodeObjects.h"
#include "GeneratorObjects.h"
#include "ModuleObjects.h"
#include "BufferObjects.h"
#include "WeakReferences.h"
#include "ExceptionObjects.h"
#include "TypeSpecs.h"
#include "ThreadState.h"
#include "RuntimeConfiguration.h"
#include "MemoryInterface.h"
#include "DateTimeObjects.h"
#include "StaticTypes.h"
#include "StaticExceptions.h"
#include "Singletons.h"
#include "DataSymbols.h"
#include "RuntimeSymbol.h"
#include "RuntimeState.h"
#include "ThreadPrimitives.h"
#include "HotState.h"
#include "SwiftCalls.h"
#include "CallerOwnedStructs.h"
#include "ArgumentList.h"
#include "SwiftEntryPoints.h"
#include "LayoutTable.h"
#include "LibraryFunctions.h"
