"use strict";
/* A case laid out once, and what red lines leave: the same numbers in the same order as the
   program's solver. Bundles of the target (D) and of the sender (U) are numbered with the last issue
   varying fastest. Sets of the sender's bundles are bits in 32-bit words, by rising price. */
const dealTables = (() => {
  const TOLERANCE = 1e-9;
  const DECIMALS = 1e9;

  /** Nine decimals, half to even, as numpy rounds. */
  function rounded(x) {
    const scaled = x * DECIMALS, low = Math.floor(scaled), rest = scaled - low;
    const up = rest > 0.5 || (rest === 0.5 && low % 2 !== 0);
    return (up ? low + 1 : low) / DECIMALS;
  }

  /** The levels of every bundle, one list for each issue. */
  function levelsOf(issues) {
    const sizes = issues.map((issue) => issue.cost.length);
    const count = sizes.reduce((product, size) => product * size, 1);
    let repeat = count;
    const levels = sizes.map((size) => {
      repeat /= size;
      return Uint8Array.from({ length: count }, (_, i) => Math.floor(i / repeat) % size);
    });
    return { count, levels };
  }

  /** The first part stands alone; every further one is multiplied by a control or discount. */
  function parts(count) {
    const list = [{ factor: "", points: new Float64Array(count) }];
    return {
      list,
      of(factor) {
        let part = list.find((each) => each.factor === factor);
        if (!part) list.push((part = { factor, points: new Float64Array(count) }));
        return part.points;
      },
    };
  }

  const add = (points, more) => {
    for (let i = 0; i < points.length; i++) points[i] += more(i);
  };

  function costParts(issues, side) {
    const made = parts(side.count);
    issues.forEach((issue, place) => add(made.of(""), (i) => issue.cost[side.levels[place][i]]));
    issues.forEach((issue, place) => issue.slopes.forEach(([control, series]) =>
      add(made.of(control), (i) => series[side.levels[place][i]])));
    return made.list;
  }

  function benefitParts(issues, side, isSeen) {
    const made = parts(side.count);
    issues.forEach((issue, place) => {
      if (!issue.benefit) return;
      const own = side.levels[place];
      const seen = (i) => issue.verification
        ? issue.verification[1][own[i]][side.levels[issue.verification[0]][i]] : 1;
      const points = (i) => issue.benefit[own[i]] * (isSeen ? seen(i) : 1 - seen(i));
      if (!issue.growth) return add(made.of(""), points);
      const [control, fixed] = issue.growth;
      add(made.of(""), (i) => points(i) * fixed);
      add(made.of(control), (i) => points(i) * (1 - fixed));
    });
    return made.list;
  }

  function valueParts(issues, side) {
    const made = parts(side.count);
    issues.forEach((issue, place) => {
      if (issue.benefit) add(made.of(issue.discount || ""), (i) => issue.benefit[side.levels[place][i]]);
    });
    return made.list;
  }

  function total(list, factors) {
    const sum = Float64Array.from(list[0].points);
    for (const part of list.slice(1)) {
      const factor = factors[part.factor];
      for (let i = 0; i < sum.length; i++) sum[i] += factor * part.points[i];
    }
    return sum;
  }

  /** Everything about a case that no control moves. */
  function tables(model) {
    const target = levelsOf(model.target), sender = levelsOf(model.sender);
    const price = costParts(model.sender, sender)[0].points.map(rounded);
    const byPrice = Uint32Array.from(price.keys()).sort((a, b) => price[a] - price[b] || a - b);
    const words = Math.ceil(sender.count / 32);
    const gives = (side) => Uint8Array.from({ length: side.count }, (_, i) =>
      side.levels.some((own) => own[i] > 0) ? 1 : 0);
    return {
      target, sender, price, byPrice, words,
      kinds: kindsOf(model, target, sender, byPrice, words),
      prices: Float64Array.from(byPrice, (u) => price[u]),
      targetGives: gives(target), senderGives: gives(sender),
      cost: costParts(model.target, target),
      benefit: benefitParts(model.target, target, !model.replaces),
      assured: model.replaces ? benefitParts(model.target, target, true) : null,
      value: valueParts(model.sender, sender),
      cheapest: firstSets(Uint32Array.from(byPrice.keys()), words),
    };
  }

  /**
   * What classes ask of the sender cuts its bundles into a few kinds. Within a kind, whose bundles
   * are the set "left" of places by price, the target's bundle alone tells a package's class.
   */
  function kindsOf(model, target, sender, byPrice, words) {
    const ofTarget = model.classes.map((each) => fitting(each[1], "target", target));
    const ofSender = model.classes.map((each) => fitting(each[1], "sender", sender));
    const kinds = new Map();
    byPrice.forEach((u, i) => {
      const asked = ofSender.map((fits) => fits[u]);
      const key = asked.join();
      if (!kinds.has(key)) {
        const classOf = Uint8Array.from({ length: target.count }, (_, d) =>
          asked.findIndex((flag, k) => flag && ofTarget[k][d]));
        kinds.set(key, { classOf, left: new Uint32Array(words) });
      }
      kinds.get(key).left[i >> 5] |= 1 << (i & 31);
    });
    return [...kinds.values()];
  }

  /** Sets of the first 0, 1, 2 ... of some places. */
  function firstSets(order, words) {
    const sets = new Uint32Array((order.length + 1) * words);
    for (let i = 0; i < order.length; i++) {
      sets.copyWithin((i + 1) * words, i * words, (i + 1) * words);
      sets[(i + 1) * words + (order[i] >> 5)] |= 1 << (order[i] & 31);
    }
    return sets;
  }

  /** Which bundles of one side fit a pattern as far as it is about that side. */
  function fitting(pattern, name, side) {
    const flags = new Uint8Array(side.count).fill(1);
    for (const [giver, place, low, high] of pattern) {
      if (giver !== name) continue;
      const own = side.levels[place];
      for (let i = 0; i < flags.length; i++) if (own[i] < low || own[i] > high) flags[i] = 0;
    }
    return flags;
  }

  // --- red lines -----------------------------------------------------------------------------

  /** A line: row place[d] of spared flags the sender's bundles that it leaves with bundle d. */
  function ruleLine(fixed, rule) {
    const patterns = [rule.when, ...rule.requires];
    const ours = patterns.map((each) => fitting(each, "target", fixed.target));
    const theirs = patterns.map((each) => fitting(each, "sender", fixed.sender));
    const kinds = new Map(), spared = [], place = new Uint32Array(fixed.target.count);
    for (let d = 0; d < place.length; d++) {
      let code = 0;
      if (ours[0][d]) for (let n = 0; n < ours.length; n++) code |= ours[n][d] << n;
      if (!kinds.has(code)) {
        kinds.set(code, spared.length);
        spared.push(theirs[0].map((about, u) => !(code & 1 && about)
          || theirs.some((flags, n) => n > 0 && (code >> n) & 1 && flags[u]) ? 1 : 0));
      }
      place[d] = kinds.get(code);
    }
    return { place, spared };
  }

  function guardLine(fixed, guard) {
    const points = (name) => {
      const side = fixed[name], sum = new Float64Array(side.count);
      guard[name].forEach((series, place) => add(sum, (i) => series[side.levels[place][i]]));
      for (const [when, more] of guard.terms) {
        if (!when.every((each) => each[0] === name)) continue;
        const fits = fitting(when, name, side);
        add(sum, (i) => (fits[i] ? more : 0));
      }
      return sum.map(rounded);
    };
    const target = points("target"), sender = points("sender");
    const values = [...new Set(sender)].sort((a, b) => a - b);
    const spared = [...values, Infinity].map((least) =>
      Uint8Array.from(sender, (own) => (own >= least ? 1 : 0)));
    const place = Uint32Array.from(target, (own) => firstAtLeast(values, -own - TOLERANCE));
    return { place, spared };
  }

  /** The first place of a rising list with at least a number; its length where there is none. */
  function firstAtLeast(list, least) {
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] < least) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first place of a rising list with more than a number. */
  function firstAbove(list, most) {
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] <= most) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function packed(fixed, flags) {
    const set = new Uint32Array(fixed.words);
    fixed.byPrice.forEach((u, i) => { if (flags[u]) set[i >> 5] |= 1 << (i & 31); });
    return set;
  }

  /** What is allowed without any line: a kind for each bundle of the target, a set for each kind. */
  const unlined = (fixed) => ({
    kindOf: Int32Array.from(fixed.targetGives, (gives) => gives - 1),
    sets: [packed(fixed, fixed.senderGives)],
  });

  /** What further lines leave of it; bundles that break a line themselves are of no kind. */
  function allowance(before, lines) {
    const kindOf = Int32Array.from(before.kindOf);
    let sets = before.sets;
    for (const { place, left, leavesAny } of lines) {
      const found = new Int32Array(sets.length * left.length).fill(-1);
      const known = new Map(), next = [];
      for (let d = 0; d < kindOf.length; d++) {
        const kind = kindOf[d], own = place[d];
        if (kind < 0 || !leavesAny[own]) { kindOf[d] = -1; continue; }
        const pair = kind * left.length + own;
        if (found[pair] < 0) {
          const both = sets[kind].map((word, w) => word & left[own][w]), key = both.join();
          if (!known.has(key)) { known.set(key, next.length); next.push(both); }
          found[pair] = known.get(key);
        }
        kindOf[d] = found[pair];
      }
      sets = next;
    }
    return { kindOf, sets };
  }

  const holds = (set, i) => (set[i >> 5] >>> (i & 31)) & 1;

  return {
    TOLERANCE, rounded, add, total, tables, firstSets, firstAtLeast, firstAbove,
    ruleLine, guardLine, packed, holds, unlined, allowance,
  };
})();
if (typeof module !== "undefined") module.exports = dealTables;
