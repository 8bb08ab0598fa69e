// The rows of the dunder table for sequences, mappings and asynchronous iteration.

import CPythonABI

enum DunderContainers {
    static func add(group: DunderNumbers.MakeGroup, wrap: DunderNumbers.MakeWrapper, unary: DunderNumbers.MakeUnary) {
        let length = group(
            ["__len__"], { $0.pointee.length != nil || $0.pointee.sequenceLength != nil },
            {
                $0.pointee.length = $1.pointee.length
                $0.pointee.sequenceLength = $1.pointee.sequenceLength
            },
            {
                $0.pointee.length = DunderAdapters.length
                $0.pointee.sequenceLength = DunderAdapters.length
            })
        wrap("__len__", length, .exactly(0), "($self, /)", "Return len(self).") { (record, self, _) throws(Raised) -> Ref in
            IntObject.make(try record.pointee.anyLength!(self))
        }

        let getItem = group(
            ["__getitem__"], { $0.pointee.subscript != nil || $0.pointee.item != nil },
            {
                $0.pointee.subscript = $1.pointee.subscript
                $0.pointee.item = $1.pointee.item
            },
            {
                $0.pointee.subscript = DunderAdapters.subscript
                $0.pointee.item = DunderAdapters.item
            })
        wrap("__getitem__", getItem, .exactly(1), "($self, key, /)", "Return self[key].") { (record, self, arguments) throws(Raised) -> Ref in
            if let subscription = record.pointee.subscript { return try subscription(self, arguments[0]) }
            // As a method, the slot of a sequence takes its number in other words than `self[key]` does.
            var index = try Index.of(arguments[0], .overflowError)
            if index < 0, let length = record.pointee.sequenceLength { index += try length(self) }
            guard let item = record.pointee.item else { return .notImplemented }
            return try item(self, index)
        }
        let setItem = group(
            ["__setitem__", "__delitem__"], { $0.pointee.storeSubscript != nil || $0.pointee.storeItem != nil },
            {
                $0.pointee.storeSubscript = $1.pointee.storeSubscript
                $0.pointee.storeItem = $1.pointee.storeItem
            },
            {
                $0.pointee.storeSubscript = DunderAdapters.storeSubscript
                $0.pointee.storeItem = DunderAdapters.storeItem
            })
        wrap("__setitem__", setItem, .exactly(2), "($self, key, value, /)", "Set self[key] to value.") { (record, self, arguments) throws(Raised) -> Ref in
            if let store = record.pointee.storeSubscript {
                try store(self, arguments[0], arguments[1])
            } else {
                try Sequences.storeItem(record, self, arguments[0], arguments[1], beyond: .overflowError)
            }
            return .none
        }
        wrap("__delitem__", setItem, .exactly(1), "($self, key, /)", "Delete self[key].") { (record, self, arguments) throws(Raised) -> Ref in
            if let store = record.pointee.storeSubscript {
                try store(self, arguments[0], .null)
            } else {
                try Sequences.storeItem(record, self, arguments[0], .null, beyond: .overflowError)
            }
            return .none
        }
        let contains = group(
            ["__contains__"], { $0.pointee.contains != nil }, { $0.pointee.contains = $1.pointee.contains },
            { $0.pointee.contains = DunderAdapters.contains })
        wrap("__contains__", contains, .exactly(1), "($self, key, /)", "Return key in self.") { (record, self, arguments) throws(Raised) -> Ref in
            .bool(try record.pointee.contains!(self, arguments[0]))
        }

        // Sequences' own + and *. Classes in Python define __add__ and __mul__, which are the number slots.
        let concat = group([], { $0.pointee.concat != nil }, { $0.pointee.concat = $1.pointee.concat }, { _ in })
        wrap("__add__", concat, .exactly(1), "($self, value, /)", "Return self+value.") { (record, self, arguments) throws(Raised) -> Ref in
            try record.pointee.concat!(self, arguments[0])
        }
        let repetition = group([], { $0.pointee.repeat != nil }, { $0.pointee.repeat = $1.pointee.repeat }, { _ in })
        wrap("__mul__", repetition, .exactly(1), "($self, value, /)", "Return self*value.") { (record, self, arguments) throws(Raised) -> Ref in
            try record.pointee.repeat!(self, try Index.of(arguments[0], .overflowError))
        }
        wrap("__rmul__", repetition, .exactly(1), "($self, value, /)", "Return value*self.") { (record, self, arguments) throws(Raised) -> Ref in
            try record.pointee.repeat!(self, try Index.of(arguments[0], .overflowError))
        }
        let inPlaceConcat = group([], { $0.pointee.inPlaceConcat != nil }, { $0.pointee.inPlaceConcat = $1.pointee.inPlaceConcat }, { _ in })
        wrap("__iadd__", inPlaceConcat, .exactly(1), "($self, value, /)", "Implement self+=value.") { (record, self, arguments) throws(Raised) -> Ref in
            try record.pointee.inPlaceConcat!(self, arguments[0])
        }
        let inPlaceRepeat = group([], { $0.pointee.inPlaceRepeat != nil }, { $0.pointee.inPlaceRepeat = $1.pointee.inPlaceRepeat }, { _ in })
        wrap("__imul__", inPlaceRepeat, .exactly(1), "($self, value, /)", "Implement self*=value.") { (record, self, arguments) throws(Raised) -> Ref in
            try record.pointee.inPlaceRepeat!(self, try Index.of(arguments[0], .overflowError))
        }

        unary("__await__", "Return an iterator to be used in await expression.", { $0.pointee.await }, { $0.pointee.await = $1 }, { (a) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.await) })
        unary("__aiter__", "Return an awaitable, that resolves in asynchronous iterator.", { $0.pointee.asyncIter }, { $0.pointee.asyncIter = $1 }, { (a) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.aiter) })
        unary("__anext__", "Return a value or raise StopAsyncIteration.", { $0.pointee.asyncNext }, { $0.pointee.asyncNext = $1 }, { (a) throws(Raised) -> Ref in try DunderAdapters.callMethod(a, Names.anext) })
    }
}
