"use strict";
/* The picture of both sides' gains: cells of packages on a canvas, frontier and solutions above. */
const dealGains = (() => {
  const STEP = 5, FAINTEST = 40.5;

  /** The axes end at a multiple of some points, so that they rarely have to move. */
  const axis = (best) => STEP * Math.max(1, Math.ceil(best / STEP));

  /** Shades by the logarithm of the packages in each cell, the fullest strongest. */
  function paint(canvas, counts, colour) {
    const { width, height } = canvas, drawing = canvas.getContext("2d");
    const picture = drawing.createImageData(width, height);
    const most = Math.log1p(counts.reduce((a, b) => Math.max(a, b), 1));
    counts.forEach((count, place) => {
      if (!count) return;
      const at = 4 * ((height - 1 - Math.floor(place / width)) * width + (place % width));
      picture.data.set(colour, at);
      picture.data[at + 3] = FAINTEST + ((255 - FAINTEST) * Math.log1p(count)) / most;
    });
    drawing.putImageData(picture, 0, 0);
  }

  /** Red, green and blue of a colour of the style, kept until the style changes. */
  const colours = new Map();
  function colourOf(element, name) {
    if (!colours.has(name)) colours.set(name, read(element, name));
    return colours.get(name);
  }

  function read(element, name) {
    const hex = getComputedStyle(element).getPropertyValue(name).trim();
    return [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16));
  }

  function draw(zone, columns, rows, { canvas, svg, shape }) {
    const [x, y] = (zone.ideal || [0, 0]).map(axis);
    canvas.width = columns;
    canvas.height = rows;
    paint(canvas, dealZone.cloud(zone, columns, rows, x, y), colourOf(canvas, "--zone-outline"));
    const at = (found) => [`${(100 * found.sender) / x}%`, `${100 - (100 * found.target) / y}%`];
    const dots = zone.front.map((found) => {
      const [cx, cy] = at(found);
      return shape("circle", "", { cx, cy, r: 3.2 });
    });
    const mark = (found, d) => {
      const [left, top] = at(found), place = shape("svg", "", { x: left, y: top, overflow: "visible" });
      place.append(shape("path", "mark", { d }));
      return place;
    };
    if (zone.kalai) dots.push(mark(zone.kalai, "M-7 -7H7V7H-7Z"));
    if (zone.nash) dots.push(mark(zone.nash, "M0 -9L8 7H-8Z"));
    svg.replaceChildren(...dots);
    return [x, y];
  }

  return { draw, forget: () => colours.clear() };
})();
if (typeof module !== "undefined") module.exports = dealGains;
