"use strict";
/* The page: reads the sliders, has the scenario solved, and shows what comes out. */
(() => {
  const record = JSON.parse(document.getElementById("data").textContent);
  const solve = dealZone.prepare(record.model), words = dealWords.make(record);
  const landmarks = record.landmarks.map(([at]) => at);
  const SVG = document.querySelector("svg").namespaceURI;
  const get = (id) => document.getElementById(id);
  const values = { ...record.values }, shownRows = {};
  let foretold = null, isAsked = false, saying = 0;

  function element(name, kind, text) {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function shape(name, kind, attributes) {
    const made = document.createElementNS(SVG, name);
    if (kind) made.setAttribute("class", kind);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  const showList = (list, texts) => list.replaceChildren(...texts.map((each) => element("li", "", each)));

  // --- sliders ---------------------------------------------------------------------------------

  const inputOf = (slider) => get(`c-${slider.id}`);
  const turned = (slider, place) => (slider.is_backwards ? slider.maximum - place : place);

  function showSlider(slider) {
    const input = inputOf(slider), value = values[slider.id];
    const said = words.valueWords(slider, value);
    const number = slider.kind === "scale" ? `${Math.round(value * 10) / 10}: ` : "";
    get(`o-${slider.id}`).textContent = number + said;
    if (slider.kind === "switch") { input.checked = value === 1; return; }
    input.value = turned(slider, value);
    input.setAttribute("aria-valuetext", number + said);
  }

  function read(slider) {
    const input = inputOf(slider);
    values[slider.id] = slider.kind === "switch" ? Number(input.checked) : turned(slider, Number(input.value));
    showSlider(slider);
    ask();
  }

  /** Answer once for each frame, however often a hand moves in it. */
  function ask() {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => { isAsked = false; show(); });
  }

  // --- the answer ------------------------------------------------------------------------------

  /** The item of a row, the one of before where nothing of it has changed. */
  function rowItem(row) {
    const key = JSON.stringify(row);
    if (!(row.id in shownRows) || shownRows[row.id].key !== key) shownRows[row.id] = { key, item: newItem(row) };
    return shownRows[row.id].item;
  }

  function newItem(row) {
    const own = record.model.rows.find((each) => each.id === row.id), lane = words.lane(row);
    const item = element("li", row.zone ? "open" : "closed");
    const { sender, target } = record;
    const numbers = words.say(lane.floor === null ? "row_never" : "row", {
      sender, target, limit: words.wholePoints(lane.reach), floor: words.wholePoints(lane.floor),
    });
    const drawn = shape("svg", "", { height: dealDrawing.HEIGHT, "aria-hidden": "true" });
    const before = own.baseline[2];
    for (const each of dealDrawing.laneShapes(lane, record.maximum, landmarks, before)) drawn.append(shape(...each));
    const status = words.status(row) + (lane.gap_words ? ` (${lane.gap_words})` : "");
    item.append(element("h3", "", own.capital), element("p", "status", status), element("p", "", numbers));
    item.append(drawn);
    return item;
  }

  function show() {
    const zone = solve(values), said = words.headline(zone);
    for (const id of ["headline", "strip"]) get(id).textContent = said.title;
    get("details").replaceChildren(...said.details.map((each) => element("p", "", each)));
    get("baseline").textContent = said.baseline_line;
    get("board").replaceChildren(...zone.board.map(rowItem));
    const [x, y] = dealGains.draw(zone, ...record.model.grid, {
      canvas: get("cells"), svg: get("frontier"), shape,
    });
    get("across").textContent = words.say("axis", { party: record.sender, most: x }) + " \u2192";
    get("upwards").textContent = words.say("axis", { party: record.target, most: y }) + " \u2191";
    get("gains").textContent = words.gains(zone);
    showList(get("solutions"), zone.nash
      ? ["\u25b2 " + words.solution("nash", zone.nash), "\u25a0 " + words.solution("kalai", zone.kalai)] : []);
    get("count").textContent = words.sayCount("in_zone", zone.packages, { total: words.thousands(zone.total) });
    const lines = words.drawnLines(values);
    showList(get("lines"), lines.length ? lines : [words.say("no_line")]);
    get("line").textContent = dealDrawing.answerLine(record.answer, answerNumbers());
    sayLater(`${said.title}. ${said.details.join(" ")}`);
  }

  /** Tell a screen reader once the hand rests; every step of a drag would be too much. */
  function sayLater(text) {
    clearTimeout(saying);
    saying = setTimeout(() => { get("live").textContent = text; }, 700);
  }

  // --- the prediction --------------------------------------------------------------------------

  const rowBoxes = () => [...document.querySelectorAll("#prediction input[name=row]")];

  function problem() {
    const ticked = rowBoxes().some((box) => box.checked);
    const none = document.querySelector("#prediction input[name=none]").checked;
    if (ticked && none) return "contradiction";
    if (!ticked && !none) return "choose_first";
    return get("reason").value.trim() ? "" : "reason_first";
  }

  function predict(event) {
    event.preventDefault();
    const found = problem();
    get("problem").textContent = found ? words.say(found) : "";
    if (found) return;
    foretold = rowBoxes().map((box) => box.checked);
    for (const field of get("prediction-form").elements) field.disabled = true;
    get("prediction-form").querySelector("button").hidden = true;
    showForetold(solve(record.values));
    open();
    get("answer").focus();
  }

  function showForetold(zone) {
    const isOpen = zone.board.length ? zone.board.map((row) => Boolean(row.zone)) : [zone.packages > 0];
    const right = foretold.map((each, place) => each === isOpen[place]);
    rowBoxes().forEach((box, place) => {
      const name = right[place] ? "as_foretold" : "not_foretold";
      box.closest("li").append(element("p", "soft", `${right[place] ? "\u2713" : "\u2717"} ${words.say(name)}`));
    });
    const count = right.filter(Boolean).length;
    get("foretold").textContent = zone.board.length
      ? words.sayCount("foretold", count, { total: right.length })
      : words.say(count ? "foretold_zone" : "not_foretold_zone");
  }

  function open() {
    for (const id of ["answer", "line-card", "skip"]) get(id).hidden = false;
    for (const field of get("sliders").elements) field.disabled = false;
    get("reset").disabled = false;
    show();
  }

  // --- the answer line -------------------------------------------------------------------------

  function answerNumbers() {
    const told = foretold || new Array(Math.max(record.model.rows.length, 1)).fill(false);
    const places = record.sliders.map((slider) => {
      const value = values[slider.id];
      return Number.isInteger(value) ? value : 101;
    });
    return [Number(foretold !== null), ...told.map(Number), ...places];
  }

  function copy() {
    const line = get("line");
    getSelection().selectAllChildren(line);
    const tell = (name) => { get("told").textContent = words.say(name); };
    const byHand = () => tell(document.execCommand("copy") ? "copied" : "copy_by_hand");
    if (navigator.clipboard) navigator.clipboard.writeText(line.textContent).then(() => tell("copied"), byHand);
    else byHand();
  }

  function reset() {
    Object.assign(values, record.values);
    record.sliders.forEach(showSlider);
    get("told").textContent = "";
    show();
    sayLater(words.say("reset_done"));
  }

  record.sliders.forEach((slider) => {
    showSlider(slider);
    inputOf(slider).addEventListener("input", () => read(slider));
  });
  const marks = record.landmarks.map(([at, label]) => `${label} (${words.wholePoints(at)})`);
  get("landmarks").textContent = marks.length ? words.say("landmarks", { marks: marks.join("; ") }) : "";
  get("reset").addEventListener("click", reset);
  get("copy").addEventListener("click", copy);
  get("sliders").addEventListener("submit", (event) => event.preventDefault());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    dealGains.forget();
    ask();
  });
  get("controls").hidden = false;
  if (!record.asks_prediction) { open(); return; }
  get("prediction").hidden = false;
  get("reset").disabled = true;
  for (const field of get("sliders").elements) field.disabled = true;
  get("prediction-form").addEventListener("submit", predict);
})();
