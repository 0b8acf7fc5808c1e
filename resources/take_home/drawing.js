"use strict";
/* A row of the board as a few lines and boxes, the same that the program draws for where no script
   runs. Across, places are shares of the width; down they are pixels. */
const dealDrawing = (() => {
  const HEIGHT = 44, SENDER = 9, TARGET = 35, GAP = 22;

  /** A share with three decimals, as both Python and a browser write it. */
  const short = (share) => Math.floor(share * 1000 + 0.5) / 1000;

  /** What is drawn of a row, the lowest layer first: element, class and attributes of each shape. */
  function laneShapes(lane, maximum, landmarks, baseline) {
    const across = (place) => `${short((100 * place) / maximum)}%`;
    const stroke = (kind, left, right, y) =>
      ["line", kind, { x1: across(left), x2: across(right), y1: y, y2: y }];
    const tick = (kind, place, y) =>
      ["line", kind, { x1: across(place), x2: across(place), y1: y - 6, y2: y + 6 }];
    const box = (kind, span, y, height) => {
      const width = `${short((100 * span[1]) / maximum - (100 * span[0]) / maximum)}%`;
      return ["rect", kind, { x: across(span[0]), y, width, height }];
    };
    const shapes = landmarks.map((at) =>
      ["line", "landmark", { x1: across(at), x2: across(at), y1: 0, y2: HEIGHT }]);
    if (lane.zone) {
      shapes.push(box("zone", lane.zone, SENDER, TARGET - SENDER));
      shapes.push(box("hatch", lane.zone, SENDER, TARGET - SENDER));
    }
    if (baseline) shapes.push(box("before", baseline, SENDER + 4, TARGET - SENDER - 8));
    if (lane.limit > lane.reach) shapes.push(stroke("sender beyond", lane.reach, lane.limit, SENDER));
    shapes.push(stroke("sender", 0, lane.reach, SENDER));
    shapes.push(tick("sender", 0, SENDER), tick("sender", lane.reach, SENDER));
    if (lane.floor !== null) {
      const kind = lane.is_floor_beyond_lines ? "target beyond" : "target";
      shapes.push(tick(kind, lane.floor, TARGET));
      for (const down of [-2, 2]) shapes.push(stroke(kind, lane.floor, maximum, TARGET + down));
    }
    if (lane.gap) shapes.push(stroke("gap", lane.gap[0], lane.gap[1], GAP));
    return shapes;
  }

  // --- answer lines ----------------------------------------------------------------------------

  const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", CHECK = 1021n, CHECK_ROOM = 1024n, PAGES = 2n ** 20n;

  /** The answer line of a page: its number, what was foretold and set, and two check digits. */
  function answerLine(form, numbers) {
    let whole = BigInt(form.page), most = PAGES, text = "";
    form.sizes.forEach((size, n) => {
      whole = whole * BigInt(size) + BigInt(numbers[n]);
      most *= BigInt(size);
    });
    whole *= CHECK_ROOM;
    whole += (CHECK - (whole % CHECK)) % CHECK;
    for (let left = (most - 1n) * CHECK_ROOM; left; left /= 32n, whole /= 32n) {
      text = DIGITS[Number(whole % 32n)] + text;
    }
    return ["DZ", ...text.match(/.{1,4}/g)].join("-");
  }

  return { HEIGHT, laneShapes, answerLine };
})();
if (typeof module !== "undefined") module.exports = dealDrawing;
