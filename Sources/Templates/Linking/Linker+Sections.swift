import Diagnostics

extension Linker {
    mutating func emitSection(_ section: Section, in scope: Scope) {
        guard let target = resolve(section.name, in: scope) else { return }
        let wanted = !section.isInverted
        switch target {
        case .first: emitTest(section, in: scope) { .requireFirst(wanted, else: $0) }
        case .last: emitTest(section, in: scope) { .requireLast(wanted, else: $0) }
        case .index: report(Fault.notATest(section.name), in: scope)
        case .value(let place, let type):
            if section.isInverted || type == .flag {
                emitTest(section, in: scope) { .require(place, filled: wanted, else: $0) }
            } else {
                emitFilled(section, place, type, in: scope)
            }
        }
    }

    private mutating func emitTest(_ section: Section, in scope: Scope, _ test: (Int32) -> Instruction) {
        let reserved = reserve()
        emitBody(section, in: scope)
        fill(reserved, with: test(Int32(mark())))
    }

    private mutating func emitBody(_ section: Section, in scope: Scope) {
        emitEven(section.body, "the section \"\(section.name.text)\"", at: section.name.location, in: scope)
    }

    private mutating func emitFilled(
        _ section: Section, _ place: Place, _ type: ShapeTable.LinkedType, in scope: Scope
    ) {
        var inner = scope
        let isPart = place.start < place.end
        let source = Int(place.register)
        var register = dotRegister
        switch type {
        case .flag: return
        case .text, .texts: inner.context = scope.context.pushing(.text, inList: type == .texts)
        case .html: inner.context = scope.context.pushing(.html, inList: false)
        case .object(let shape), .list(let shape):
            register = shape
            let isList = type == .list(shape)
            inner.context = scope.context.pushing(shape, from: source, isPart: isPart, inList: isList)
        }
        switch type {
        case .list, .texts: emitEach(section, place, Int32(register), in: inner)
        default: emitEnter(section, place, Int32(register), in: inner)
        }
    }

    private mutating func emitEnter(_ section: Section, _ place: Place, _ register: Int32, in scope: Scope) {
        let reserved = reserve()
        emitBody(section, in: scope)
        add(.leave(register: register))
        fill(reserved, with: .enter(place, register: register, else: Int32(mark())))
    }

    private mutating func emitEach(_ section: Section, _ place: Place, _ register: Int32, in scope: Scope) {
        let reserved = reserve()
        let body = mark()
        emitBody(section, in: scope)
        add(.next(register: register, body: Int32(body)))
        fill(reserved, with: .each(place, register: register, else: Int32(mark())))
    }
}
