"""What the letters in front of the caret find: the ES module alone, without a form."""

from archkit.widgets.assets import SCRIPT

FOUND_BY = """async ([script, asked]) => {
    const more = 'export { fragmentBefore, findingsFor };';
    const module = await import(URL.createObjectURL(new Blob([script, more], { type: 'text/javascript' })));
    const citations = [['assumption', 'assumption', ''], ['[F1]', 'F1: Outbox is slow', 'a paper'],
        ['[F12]', 'F12: Polling is fast', 'https://polling.example'], ['[X2]', 'X2: `Outbox` at night', '']];
    return asked.map(([text, caret, isEvidence]) => {
        const found = module.fragmentBefore(text, caret < 0 ? text.length : caret, isEvidence);
        return found && [found.start, module.findingsFor(citations, found.words, isEvidence).map(one => one[0])];
    });
}"""


def test_letters_in_front_of_the_caret_find_what_may_be_cited(page):
    page.goto("about:blank")
    found = page.evaluate(
        FOUND_BY,
        [
            SCRIPT,
            [
                ["f1", -1, True],
                ["outb", -1, True],
                ["[F1] poll", -1, True],
                ["paper; slow", 5, True],
                ["assu", -1, True],
                ["nothing so", -1, True],
                ["4 outb", -1, False],
                ["4 [outb", -1, False],
                ["4 [", -1, False],
            ],
        ],
    )

    assert found == [
        [0, ["[F1]", "[F12]"]],
        [0, ["[F1]", "[X2]"]],
        [5, ["[F12]"]],
        [0, ["[F1]"]],
        [0, ["assumption"]],
        [0, []],
        None,
        [2, ["[F1]", "[X2]"]],
        [2, ["[F1]", "[F12]", "[X2]"]],
    ]
