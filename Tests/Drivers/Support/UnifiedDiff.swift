/// The differences of two texts, two lines of context around each, at most 60 lines.
func unifiedDiff(recorded: String, printed: String) -> String {
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = printed.split(separator: "\n", omittingEmptySubsequences: false)
    var removed = Set<Int>(), inserted = Set<Int>()
    for change in new.difference(from: old) {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): inserted.insert(offset)
        }
    }

    var marked: [(mark: Character, line: Substring)] = []
    var oldIndex = 0, newIndex = 0
    while oldIndex < old.count || newIndex < new.count {
        if removed.contains(oldIndex) {
            marked.append(("-", old[oldIndex]))
            oldIndex += 1
        } else if inserted.contains(newIndex) {
            marked.append(("+", new[newIndex]))
            newIndex += 1
        } else if oldIndex < old.count {
            marked.append((" ", old[oldIndex]))
            oldIndex += 1
            newIndex += 1
        } else {
            break
        }
    }

    let context = 2, longest = 60
    let changes = marked.indices.filter { marked[$0].mark != " " }
    var shown: [String] = ["--- recorded", "+++ printed"]
    var last = -1
    for change in changes {
        let end = min(change + context, marked.count - 1)
        for index in stride(from: max(last + 1, change - context), through: end, by: 1) {
            if index > last + 1 { shown.append("@@ line \(index + 1) @@") }
            shown.append("\(marked[index].mark)\(marked[index].line)")
            last = index
        }
    }
    return shown.prefix(longest).joined(separator: "\n") + (shown.count > longest ? "\n... \(shown.count - longest) more lines" : "")
}
