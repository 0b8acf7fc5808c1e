"use strict";
/* What a solved scenario is called in words; the sentences themselves are handed over as templates. */
const dealWords = (() => {
  const NOTHING = 1e-9, MOST_LINES = 3;
  const NARROW_BELOW = 0.06, WIDE_FROM = 0.15, SMALL_GAP_BELOW = 0.1;

  function make(record) {
    const { words, counted, model } = record;
    const lineOf = new Map(model.lines.map((line) => [line.control, line]));

    function fill(template, places) {
      return template.replace(/\{(\w+)\}/g, (whole, name) => (name in places ? places[name] : whole));
    }
    const say = (name, places = {}) => fill(words[name], places);
    const thousands = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

    function sayCount(name, n, places = {}) {
      const { forms, places: which } = counted[name];
      const usual = Math.min(n === 1 ? 0 : 1, forms.length - 1);
      const form = which ? Number(which[n < 200 ? n : 100 + (n % 100)]) : usual;
      return fill(forms[form], { n: thousands(n), ...places });
    }

    const listed = (names) => names.reduce((first, next) => (first ? say("next", { first, next }) : next), "");
    const rowOf = (row) => model.rows.find((each) => each.id === row.id);
    const rowNames = (rows) => listed(rows.map((row) => rowOf(row).short));

    // --- numbers -----------------------------------------------------------------------------

    const whole = (value) => Math.floor(dealZone.rounded(Math.abs(value)) + 0.5);

    function wholePoints(value) {
      if (value === null) return say("nothing");
      if (Math.abs(value) <= NOTHING) return "0";
      const size = whole(value);
      if (!size) return say(value > 0 ? "under_one" : "below_zero");
      return (value < 0 ? "\u2212" : "") + thousands(size);
    }

    function pointsOf(value) {
      return sayCount("points", whole(value) || (value > NOTHING ? 1 : 0), { points: wholePoints(value) });
    }

    // --- rows of the board -------------------------------------------------------------------

    function reach(row) {
      const most = row.sender_wall === null ? row.sender_limit : Math.min(row.sender_limit, row.sender_wall);
      return Math.max(0, most);
    }
    const span = (row) => (row.zone ? [row.zone[0], Math.max(row.zone[1], reach(row))] : null);
    const width = (row) => (row.zone ? span(row)[1] - span(row)[0] : 0);
    const lineNames = (lines) => lines.map((id) => lineOf.get(id).name).join(", ");

    function byLines(lines) {
      if (!lines.length) return say("lines_together");
      if (lines.length === 1) return say("line", { line: lineNames(lines) });
      return say("lines", { lines: lineNames(lines) });
    }

    function status(row) {
      if (row.zone) {
        const share = width(row) / record.maximum;
        return say(share < NARROW_BELOW ? "narrow" : share >= WIDE_FROM ? "wide" : "moderate");
      }
      if (row.broken_lines.length) return byLines(row.broken_lines);
      if (row.target_floor_any === null) return say("never");
      if (row.gap !== null) return say(row.gap / record.maximum < SMALL_GAP_BELOW ? "gap_small" : "gap_wide");
      return byLines(row.blocking_lines);
    }

    /** A row as drawn: places on the axis from 0 to its maximum. */
    function lane(row) {
      const end = Math.min(reach(row), record.maximum), zone = span(row);
      const floor = row.target_floor === null ? row.target_floor_any : row.target_floor;
      const isShort = !zone && floor !== null && floor > end;
      return {
        reach: end,
        limit: Math.min(Math.max(row.sender_limit, 0), record.maximum),
        floor, is_floor_beyond_lines: row.target_floor === null,
        zone: zone && [zone[0], Math.min(zone[1], record.maximum)],
        gap: isShort ? [end, floor] : null,
        gap_words: isShort ? say("short", { width: pointsOf(floor - end) }) : "",
      };
    }

    // --- headline ----------------------------------------------------------------------------

    function title(zone, opened) {
      const total = zone.board.length;
      if (!zone.packages) return say("empty");
      if (!total) return sayCount("packages_alone", zone.packages);
      if (!opened) return say("none_open");
      if (opened === total && total > 1) return say("all_open", { total });
      return sayCount("some_open", opened, { total });
    }

    const first = (rows, measure) => rows.reduce((best, row) => (measure(row) > measure(best) ? row : best));

    function details(zone) {
      const rows = zone.board, said = [], opened = rows.filter((row) => row.zone);
      const closed = rows.filter((row) => !row.zone), short = closed.filter((row) => row.gap !== null);
      const hopeless = closed.filter((row) => row.target_floor_any === null);
      const lines = closed.filter((row) => row.gap === null && row.target_floor_any !== null);
      if (opened.length === rows.length && rows.length > 1) said.push(say("permissive"));
      if (opened.length > 1) said.push(say("widest", { row: rowOf(first(opened, width)).short }));
      if (!opened.length && rows.length && zone.packages) said.push(sayCount("elsewhere", zone.packages));
      if (closed.length === rows.length) said.push(...whoBlocks(zone, lines, short));
      else if (lines.length) said.push(say("by_lines", { rows: rowNames(lines) }));
      if (short.length) said.push(say("nearest", { row: rowOf(first(short, (row) => -row.gap)).short }));
      if (hopeless.length) said.push(say("hopeless", { rows: rowNames(hopeless) }));
      return said;
    }

    function whoBlocks(zone, lines, short) {
      const clashed = clashes(zone.values), said = clashed.length ? clashed : closing(lines);
      if (!short.length) return said;
      const { sender, target } = record;
      return [...said, sayCount("asks_more", short.length, { sender, target })];
    }

    function closing(rows) {
      const counts = new Map();
      for (const row of rows) {
        for (const id of new Set([...row.broken_lines, ...row.blocking_lines])) {
          counts.set(id, (counts.get(id) || 0) + 1);
        }
      }
      const ranked = model.lines.filter((line) => counts.has(line.control));
      ranked.sort((a, b) => counts.get(b.control) - counts.get(a.control));
      const said = ranked.slice(0, MOST_LINES).map((line) =>
        sayCount("keeps_closed", counts.get(line.control), { line: line.title }));
      const others = rows.filter((row) => !row.broken_lines.length && !row.blocking_lines.length);
      if (others.length) said.push(say("together", { rows: rowNames(others) }));
      return said;
    }

    function clashes(values) {
      const drawn = model.lines.filter((line) => line.limit && values[line.control] !== line.off);
      const said = [];
      for (const least of drawn) {
        for (const most of drawn) {
          const isPair = least.limit.issue === most.limit.issue
            && least.limit.bound === "at_least" && most.limit.bound === "at_most";
          if (isPair && values[least.control] > values[most.control]) said.push(clash(least, most, values));
        }
      }
      return said;
    }

    function clash(least, most, values) {
      const said = say("clash", {
        issue: least.limit.issue_short, asker: least.limit.party, giver: most.limit.party,
        least: least.limit.levels[values[least.control]], most: least.limit.levels[values[most.control]],
      });
      const off = most.limit.unless || least.limit.unless;
      return off ? say("clash_unless", { said, issue: off[0], level: off[1] }) : say("clash_none", { said });
    }

    function baselineLine(values) {
      if (Object.keys(values).every((id) => values[id] === record.baseline_values[id])) return say("as_baseline");
      return say("baseline", {
        name: record.baseline_name, n: record.baseline_open, total: model.rows.length,
      });
    }

    function headline(zone) {
      const opened = zone.board.filter((row) => row.zone).length;
      return { title: title(zone, opened), details: details(zone), baseline_line: baselineLine(zone.values) };
    }

    // --- gains and lines ---------------------------------------------------------------------

    function gains(zone) {
      if (!zone.ideal) {
        const told = model.lines.some((line) => line.is_told && zone.values[line.control] !== line.off);
        return say(told ? "no_gains_lines" : "no_gains");
      }
      const [x, y] = zone.ideal.map(wholePoints), { sender, target } = record;
      return sayCount("gains", zone.front.length, { sender, target, x, y });
    }

    function solution(name, found) {
      const { sender, target } = record;
      return say("solution", {
        name: say(name), sender, target, x: wholePoints(found.sender), y: wholePoints(found.target),
      });
    }

    /** The red lines and switches that are on, each as a sentence. */
    const drawnLines = (values) => model.lines
      .filter((line) => line.is_told && values[line.control] !== line.off)
      .map((line) => line.sentences[values[line.control]]);

    /** The words of a slider at a value: those of the last stretch that has begun. */
    function valueWords(slider, value) {
      let found = slider.words[0][1];
      for (const [start, words] of slider.words) if (start <= value) found = words;
      return found;
    }

    return { say, sayCount, thousands, wholePoints, pointsOf, status, lane, headline, gains, solution, drawnLines, valueWords };
  }

  return { make };
})();
if (typeof module !== "undefined") module.exports = dealWords;
