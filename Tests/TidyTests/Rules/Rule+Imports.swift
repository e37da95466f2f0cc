extension Rule {
    static let imports = Rule(name: "Imports follow the arrows between the targets") { file in
        guard let target = file.target, file.isSwift else { return [] }
        guard let allowed = Layers.modules[target] else {
            return [Finding(path: file.path, line: 0, what: "Layers does not know \(target)")]
        }
        return Layers.imports(of: file).compactMap { module, line in
            let isForeign = Layers.modules[module] != nil && !allowed.contains(module)
            let isHeavy =
                module.hasPrefix("Foundation") && Layers.withoutFoundation.contains(target)
            guard isForeign || isHeavy else { return nil }
            return Finding(path: file.path, line: line, what: "\(target) does not import \(module)")
        }
    }

    static let systemModules = Rule(name: "A C module has one Swift folder around it") { file in
        guard file.isIn("Sources"), file.isSwift else { return [] }
        return Layers.imports(of: file).compactMap { module, line in
            guard let owner = Layers.owners[module], owner != file.target else { return nil }
            return Finding(path: file.path, line: line, what: "only \(owner) imports \(module)")
        }
    }
}
