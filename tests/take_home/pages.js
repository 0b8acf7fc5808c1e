"use strict";
// Answers questions about pages, a line of JSON each: what the page's own scripts make of a record.
const path = require("path"), readline = require("readline");
const [folder] = process.argv.slice(2);
for (const [name, file] of [["dealTables", "tables"], ["dealZone", "model"], ["dealWords", "words"], ["dealDrawing", "drawing"]]) {
  globalThis[name] = require(path.join(folder, `${file}.js`));
}

function solved({ record, values }) {
  const zone = dealZone.prepare(record.model)(values), words = dealWords.make(record);
  const point = (found) => found && [found.number, found.sender, found.target, found.ties];
  return {
    packages: zone.packages,
    total: zone.total,
    by_class: zone.byClass,
    board: zone.board,
    frontier: zone.front.map((each) => [each.number, each.sender, each.target]),
    ideal: zone.ideal,
    nash: point(zone.nash),
    kalai: point(zone.kalai),
    headline: words.headline(zone),
    statuses: zone.board.map(words.status),
    lanes: zone.board.map(words.lane),
    shapes: zone.board.map((row) =>
      dealDrawing.laneShapes(words.lane(row), record.maximum, record.landmarks.map(([at]) => at), null)),
    gains: words.gains(zone),
    lines: words.drawnLines(values),
    sliders: record.sliders.map((slider) => words.valueWords(slider, values[slider.id])),
  };
}

function clouded({ record, values, columns, rows, maxima }) {
  const zone = dealZone.prepare(record.model)(values);
  return [...dealZone.cloud(zone, columns, rows, ...maxima)];
}

const answers = {
  solved,
  clouded,
  rounded: ({ numbers }) => numbers.map(dealZone.rounded),
  answer: ({ form, numbers }) => dealDrawing.answerLine(form, numbers),
  counted: ({ record, name, counts }) =>
    counts.map((n) => dealWords.make(record).sayCount(name, n)),
};

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const question = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(answers[question.ask](question))}\n`);
});
