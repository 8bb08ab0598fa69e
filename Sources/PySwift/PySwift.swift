// PySwift
