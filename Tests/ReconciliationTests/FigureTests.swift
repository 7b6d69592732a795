import Testing

@testable import Reconciliation

struct FigureTests {
    @Test(arguments: ["0", "37", "86.5", "0.05", "12.0", "123456789"])
    func `a figure is printed as it was written`(_ text: String) {
        #expect(Figure(text)?.description == text)
    }

    @Test(arguments: ["", ".", "1.", ".5", "1,000", "-3", "1e5", "1.2.3", "0.00001", "1234567890"])
    func `what is no figure is refused`(_ text: String) {
        #expect(Figure(text) == nil)
    }
}
