// The sort itself: a natural merge sort (Tim Peters' timsort, with Munro and Wild's powersort to decide which runs to merge).
//
// Runs that are in order already are found and, when short, extended by insertion; the order of merges is near that of an optimal
// merge tree; merging switches to galloping (exponential search) while one run keeps winning.
//
// Words move without being counted. Whatever happens, all words are in the arrays when the sort ends: a merge keeps the invariant
// that the gap in the array is as large as what is left in the buffer, so a comparison that raises is repaired by one copy.

import CPythonABI
import Glibc

struct MergeSorter<Order: SortOrder>: ~Copyable {
    /// What is compared, and what moves along with it.
    private let keys: UnsafeMutablePointer<Value>
    private let values: UnsafeMutablePointer<Value>?
    private let count: Int

    /// Runs not merged yet: start, length and the power of the boundary behind them in the ideal merge tree. At most one per bit of
    /// the length.
    private var runs = InlineArray<66, Run>(repeating: Run(start: 0, length: 0, power: 0))
    private var runCount = 0
    private struct Run {
        var start: Int
        var length: Int
        var power: Int
    }

    /// How often one run must win in a row before merging gallops; adapts to the data.
    private var minimumGallop = 7
    private var buffer: UnsafeMutablePointer<Value>?
    private var bufferCapacity = 0

    init(keys: UnsafeMutablePointer<Value>, values: UnsafeMutablePointer<Value>?, count: Int) {
        self.keys = keys
        self.values = values
        self.count = count
    }
    deinit { free(buffer) }

    mutating func sort() throws(Raised) {
        if count < 2 { return }
        let minimumRun = MergeSorter.minimumRun(count)
        var start = 0
        while start < count {
            var length = try countRun(start)
            if length < minimumRun {
                let forced = min(minimumRun, count - start)
                try insertionSort(start, start + forced, sorted: start + length)
                length = forced
            }
            if runCount > 0 {
                let last = runs[runCount - 1]
                let power = power(last.start, last.length, length)
                while runCount > 1 && runs[runCount - 2].power > power { try merge(at: runCount - 2) }
                runs[runCount - 1].power = power
            }
            runs[runCount] = Run(start: start, length: length, power: 0)
            runCount += 1
            start += length
        }
        while runCount > 1 {
            var index = runCount - 2
            if index > 0 && runs[index - 1].length < runs[index + 1].length { index -= 1 }
            try merge(at: index)
        }
    }

    /// Between 32 and 64, such that the count divided by it is close to, but no more than, a power of two.
    private static func minimumRun(_ count: Int) -> Int {
        var (count, odd) = (count, 0)
        while count >= 64 {
            odd |= count & 1
            count >>= 1
        }
        return count + odd
    }

    /// The depth, in the ideal merge tree, of the boundary between a run and the next: the first binary digit in which the middles of
    /// the two, as fractions of the whole, differ.
    private func power(_ start: Int, _ length: Int, _ nextLength: Int) -> Int {
        var a = 2 &* start &+ length
        var b = a &+ length &+ nextLength
        var result = 0
        while true {
            result += 1
            if a >= count {
                a -= count
                b -= count
            } else if b >= count {
                return result
            }
            a <<= 1
            b <<= 1
        }
    }

    // MARK: Runs

    /// The length of the run at `start`; a strictly descending one is reversed.
    private func countRun(_ start: Int) throws(Raised) -> Int {
        var next = start + 1
        if next == count { return 1 }
        if try Order.less(keys[next], keys[start]) {
            next += 1
            while next < count, try Order.less(keys[next], keys[next - 1]) { next += 1 }
            ListObject.reverse(keys + start, next - start)
            if let values { ListObject.reverse(values + start, next - start) }
        } else {
            next += 1
            while next < count, try !Order.less(keys[next], keys[next - 1]) { next += 1 }
        }
        return next - start
    }

    /// Sorts low..<high, of which low..<sorted already is.
    private func insertionSort(_ low: Int, _ high: Int, sorted: Int) throws(Raised) {
        var next = max(sorted, low + 1)
        while next < high {
            let pivot = keys[next]
            var (left, right) = (low, next)
            while left < right {
                let middle = (left + right) >> 1
                if try Order.less(pivot, keys[middle]) { right = middle } else { left = middle + 1 }
            }
            var index = next
            while index > left {
                keys[index] = keys[index - 1]
                index -= 1
            }
            keys[left] = pivot
            if let values {
                let value = values[next]
                moveBytes(values + left + 1, values + left, (next - left) &* 8)
                values[left] = value
            }
            next += 1
        }
    }

    // MARK: Searching

    /// How many of the `count` sorted keys at `base` are less than `key` (left), or not greater (right), searched from `hint` outward.
    private func gallop(_ key: Value, _ base: UnsafePointer<Value>, _ count: Int, hint: Int, right: Bool) throws(Raised) -> Int {
        // Whether position `index` lies before where the key goes.
        @inline(__always) func before(_ index: Int) throws(Raised) -> Bool {
            right ? try !Order.less(key, base[index]) : try Order.less(base[index], key)
        }
        var (low, high): (Int, Int)
        var last = 0
        var offset = 1
        if try before(hint) {
            let limit = count - hint
            while offset < limit, try before(hint + offset) {
                last = offset
                offset = offset << 1 + 1
            }
            (low, high) = (hint + last + 1, hint + min(offset, limit))
        } else {
            let limit = hint + 1
            while offset < limit, try !before(hint - offset) {
                last = offset
                offset = offset << 1 + 1
            }
            (low, high) = (hint - min(offset, limit) + 1, hint - last)
        }
        while low < high {
            let middle = low + (high - low) >> 1
            if try before(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: Merging

    /// Merges run `index` and the one behind it.
    private mutating func merge(at index: Int) throws(Raised) {
        var start = runs[index].start
        var length = runs[index].length
        let middle = runs[index + 1].start
        var second = runs[index + 1].length
        runs[index].length = length + second
        runs[index].power = runs[index + 1].power
        if index == runCount - 3 { runs[index + 1] = runs[index + 2] }
        runCount -= 1
        // What of the first run is in place already, and what of the second.
        let skip = try gallop(keys[middle], keys + start, length, hint: 0, right: true)
        start += skip
        length -= skip
        if length == 0 { return }
        second = try gallop(keys[start + length - 1], keys + middle, second, hint: second - 1, right: false)
        if second == 0 { return }
        if length <= second { try mergeLow(start, length, second) } else { try mergeHigh(start, length, second) }
    }

    /// Room for `needed` keys, and as many values.
    private mutating func reserve(_ needed: Int) throws(Raised) {
        if needed <= bufferCapacity { return }
        free(buffer)
        bufferCapacity = 0
        guard let block = malloc(needed * (values == nil ? 8 : 16)) else {
            buffer = nil
            throw raise(.memoryError, argument: .null)
        }
        buffer = block.assumingMemoryBound(to: Value.self)
        bufferCapacity = needed
    }

    /// Merges from the left: the first run, the shorter, goes to the buffer.
    private mutating func mergeLow(_ start: Int, _ length: Int, _ secondLength: Int) throws(Raised) {
        try reserve(length)
        guard let temporary = buffer else { return }
        let (keys, values) = (keys, values)
        let temporaryValues = temporary + bufferCapacity
        copyBytes(temporary, keys + start, length &* 8)
        if let values { copyBytes(temporaryValues, values + start, length &* 8) }
        var first = 0
        var firstLeft = length
        var second = start + length
        var secondLeft = secondLength
        var target = start
        defer {
            // What is left in the buffer fills the gap.
            copyBytes(keys + target, temporary + first, firstLeft &* 8)
            if let values { copyBytes(values + target, temporaryValues + first, firstLeft &* 8) }
        }
        @inline(__always) func takeFirst(_ number: Int) {
            copyBytes(keys + target, temporary + first, number &* 8)
            if let values { copyBytes(values + target, temporaryValues + first, number &* 8) }
            target &+= number
            first &+= number
            firstLeft &-= number
        }
        @inline(__always) func takeSecond(_ number: Int) {
            moveBytes(keys + target, keys + second, number &* 8)
            if let values { moveBytes(values + target, values + second, number &* 8) }
            target &+= number
            second &+= number
            secondLeft &-= number
        }
        var threshold = minimumGallop
        defer { minimumGallop = threshold }
        takeSecond(1)
        while secondLeft > 0 {
            // The last of the first run goes behind all of the second.
            if firstLeft == 1 { return takeSecond(secondLeft) }
            var (firstWins, secondWins) = (0, 0)
            while true {
                if try Order.less(keys[second], temporary[first]) {
                    keys[target] = keys[second]
                    if let values { values[target] = values[second] }
                    target &+= 1
                    second &+= 1
                    secondLeft &-= 1
                    secondWins &+= 1
                    firstWins = 0
                    if secondLeft == 0 { return }
                    if secondWins >= threshold { break }
                } else {
                    keys[target] = temporary[first]
                    if let values { values[target] = temporaryValues[first] }
                    target &+= 1
                    first &+= 1
                    firstLeft &-= 1
                    firstWins &+= 1
                    secondWins = 0
                    if firstLeft == 1 { break }
                    if firstWins >= threshold { break }
                }
            }
            if firstLeft == 1 { continue }
            threshold += 1
            repeat {
                threshold = max(1, threshold - 1)
                firstWins = try gallop(keys[second], temporary + first, firstLeft, hint: 0, right: true)
                if firstWins > 0 {
                    takeFirst(firstWins)
                    // Zero is only reached when comparisons are inconsistent.
                    if firstLeft <= 1 { break }
                }
                takeSecond(1)
                if secondLeft == 0 { return }
                secondWins = try gallop(temporary[first], keys + second, secondLeft, hint: 0, right: false)
                if secondWins > 0 {
                    takeSecond(secondWins)
                    if secondLeft == 0 { return }
                }
                takeFirst(1)
                if firstLeft == 1 { break }
            } while firstWins >= 7 || secondWins >= 7
            if firstLeft == 0 { return }
            if firstLeft == 1 { continue }
            // Leaving galloping is made a little harder to take up again.
            threshold += 1
        }
    }

    /// Merges from the right: the second run, the shorter, goes to the buffer.
    private mutating func mergeHigh(_ start: Int, _ length: Int, _ secondLength: Int) throws(Raised) {
        try reserve(secondLength)
        guard let temporary = buffer else { return }
        let (keys, values) = (keys, values)
        let temporaryValues = temporary + bufferCapacity
        copyBytes(temporary, keys + start + length, secondLength &* 8)
        if let values { copyBytes(temporaryValues, values + start + length, secondLength &* 8) }
        var firstLeft = length
        var secondLeft = secondLength
        // One behind the place that is filled next. The first run's end is start + firstLeft.
        var target = start + length + secondLength
        defer {
            copyBytes(keys + target - secondLeft, temporary, secondLeft &* 8)
            if let values { copyBytes(values + target - secondLeft, temporaryValues, secondLeft &* 8) }
        }
        @inline(__always) func takeFirst(_ number: Int) {
            target &-= number
            firstLeft &-= number
            moveBytes(keys + target, keys + start + firstLeft, number &* 8)
            if let values { moveBytes(values + target, values + start + firstLeft, number &* 8) }
        }
        @inline(__always) func takeSecond(_ number: Int) {
            target &-= number
            secondLeft &-= number
            copyBytes(keys + target, temporary + secondLeft, number &* 8)
            if let values { copyBytes(values + target, temporaryValues + secondLeft, number &* 8) }
        }
        var threshold = minimumGallop
        defer { minimumGallop = threshold }
        takeFirst(1)
        while firstLeft > 0 {
            // The first of the second run goes before all of the first.
            if secondLeft == 1 { return takeFirst(firstLeft) }
            var (firstWins, secondWins) = (0, 0)
            while true {
                if try Order.less(temporary[secondLeft - 1], keys[start + firstLeft - 1]) {
                    takeFirst(1)
                    firstWins &+= 1
                    secondWins = 0
                    if firstLeft == 0 { return }
                    if firstWins >= threshold { break }
                } else {
                    takeSecond(1)
                    secondWins &+= 1
                    firstWins = 0
                    if secondLeft == 1 { break }
                    if secondWins >= threshold { break }
                }
            }
            if secondLeft == 1 { continue }
            threshold += 1
            repeat {
                threshold = max(1, threshold - 1)
                firstWins = firstLeft - (try gallop(temporary[secondLeft - 1], keys + start, firstLeft, hint: firstLeft - 1, right: true))
                if firstWins > 0 {
                    takeFirst(firstWins)
                    if firstLeft == 0 { return }
                }
                takeSecond(1)
                if secondLeft == 1 { break }
                secondWins = secondLeft - (try gallop(keys[start + firstLeft - 1], temporary, secondLeft, hint: secondLeft - 1, right: false))
                if secondWins > 0 {
                    takeSecond(secondWins)
                    if secondLeft <= 1 { break }
                }
                takeFirst(1)
                if firstLeft == 0 { return }
            } while firstWins >= 7 || secondWins >= 7
            if secondLeft == 0 { return }
            if secondLeft == 1 { continue }
            threshold += 1
        }
    }
}
