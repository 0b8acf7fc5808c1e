"use strict";
/* The model of a two-party negotiation, as the program solves it, to the package. A package (d, u)
   is worth limit[d] - price[u] to the sender and worth[u] - need[d] to the target. */
const dealZone = (() => {
  const {
    TOLERANCE, rounded, add, total, tables, firstSets, firstAtLeast, firstAbove,
    ruleLine, guardLine, packed, holds, unlined, allowance,
  } = dealTables;

  function size(word) {
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }

  // --- both sides' conditions ----------------------------------------------------------------

  function sides(model, fixed, values) {
    const share = (control) => values[control] / 100;
    const slope = (each) => each.amount * (share(each.control) - each.neutral / 100);
    const waiting = (stakes) => {
      let points = stakes.waiting;
      for (const each of stakes.slopes) points = points + each.ends * slope(each);
      return points;
    };
    const outside = (stakes) => stakes.headline * share(stakes.will) - waiting(stakes);
    const most = (stakes) =>
      stakes.ceiling === null ? Infinity : rounded(Math.max(stakes.ceiling - waiting(stakes), 0));
    const factors = {};
    for (const control of Object.keys(values)) factors[control] = share(control);
    const discounts = {};
    for (const item of model.discounts) {
      let sum = 0;
      for (const each of item.slopes) sum = sum + slope(each);
      discounts[item.id] = Math.max(item.floor, 1 - sum);
    }
    const trust = share(model.sender_stakes.credibility);
    const promised = total(fixed.benefit, factors).map((points) => trust * points);
    if (fixed.assured) {
      const assured = total(fixed.assured, factors);
      add(promised, (d) => assured[d]);
    }
    const ours = outside(model.sender_stakes), theirs = outside(model.target_stakes);
    const kept = share(model.target_stakes.credibility);
    return {
      limit: promised.map((points) => rounded(points + ours)),
      need: total(fixed.cost, factors).map((points) => rounded(points - theirs)),
      worth: total(fixed.value, discounts).map((points) => rounded(kept * points)),
      most: [most(model.sender_stakes), most(model.target_stakes)],
    };
  }

  /** Counts the partners that meet a limit and a need, and writes their set into out. */
  function partners(fixed, worth) {
    const byPrice = Float64Array.from(fixed.byPrice, (u) => worth[u]);
    const order = Uint32Array.from(byPrice.keys()).sort((a, b) => byPrice[a] - byPrice[b]);
    const worths = Float64Array.from(order, (i) => byPrice[i]);
    const best = firstSets(order.reverse(), fixed.words), { words, cheapest } = fixed;
    return (limit, need, allowed, out, start) => {
      const cheap = firstAbove(fixed.prices, limit + TOLERANCE) * words;
      const good = (worths.length - firstAtLeast(worths, need - TOLERANCE)) * words;
      let count = 0;
      if (!cheap || !good) return count;
      for (let w = 0; w < words; w++) {
        const both = cheapest[cheap + w] & best[good + w] & allowed[w];
        out[start + w] = both;
        if (both) count += size(both);
      }
      return count;
    };
  }

  // --- board ---------------------------------------------------------------------------------

  function boardRow(row, zone) {
    const { fixed, lines, left, conditions } = zone, d = row.bundle, { price } = fixed;
    const limit = conditions.limit[d], need = conditions.need[d], kind = left.kindOf[d];
    let packages = 0, low = Infinity, high = -Infinity, wall = -Infinity;
    let floor = Infinity, floorAny = Infinity;
    fixed.byPrice.forEach((u, i) => {
      const enough = conditions.worth[u] >= need - TOLERANCE && fixed.senderGives[u];
      const allowed = kind >= 0 && holds(left.sets[kind], i);
      if (enough) floorAny = Math.min(floorAny, price[u]);
      if (allowed) wall = Math.max(wall, price[u]);
      if (!enough || !allowed) return;
      floor = Math.min(floor, price[u]);
      if (price[u] > limit + TOLERANCE) return;
      packages += 1;
      low = Math.min(low, price[u]);
      high = Math.max(high, price[u]);
    });
    const finite = (x) => (Number.isFinite(x) ? x : null);
    const broken = lines.filter((line) => !line.leavesAny[line.place[d]]);
    if (wall === -Infinity) {
      wall = lines.some((line) => !line.spared[line.place[d]][0]) ? null : 0;
    }
    const missing = rounded(floorAny - limit);
    return {
      id: row.id, packages, sender_limit: limit, sender_wall: wall,
      target_floor: finite(floor), target_floor_any: finite(floorAny),
      zone: packages ? [low, high] : null,
      gap: !packages && missing > TOLERANCE ? finite(missing) : null,
      broken_lines: broken.map((line) => line.control),
      blocking_lines: blocking(zone, d, floor, floorAny, broken),
    };
  }

  /** The lines that the cheapest sufficient concessions break, of those that break the fewest. */
  function blocking(zone, d, floor, floorAny, broken) {
    if (floorAny === Infinity || floor <= floorAny + TOLERANCE) return [];
    const { fixed, conditions } = zone;
    const others = zone.lines.filter((line) => !broken.includes(line));
    let fewest = null;
    for (let u = 0; u < fixed.price.length; u++) {
      const enough = conditions.worth[u] >= conditions.need[d] - TOLERANCE;
      if (!enough || !fixed.senderGives[u] || fixed.price[u] > floorAny + TOLERANCE) continue;
      const crossed = others.filter((line) => !line.spared[line.place[d]][u]);
      if (!fewest || crossed.length < fewest.length) fewest = crossed;
    }
    return fewest.map((line) => line.control);
  }

  // --- frontier and solutions ----------------------------------------------------------------

  /** Of points by falling first and then falling second measure: those that none dominates. */
  function undominated(points, first, second) {
    const kept = [];
    let before = -Infinity, best = -Infinity, run = NaN;
    for (const point of points) {
      const x = first(point), y = second(point);
      if (x !== run) { before = best; run = x; best = Math.max(best, y); }
      if (y === best && y > before) kept.push(point);
    }
    return kept;
  }

  /** Calls back with each package of the zone: its place among both, and its gains, cut. */
  function eachMember(zone, told) {
    const { fixed, conditions, bundles, members } = zone, { words } = fixed;
    const worth = Float64Array.from(fixed.byPrice, (u) => conditions.worth[u]);
    const [senderMost, targetMost] = conditions.most;
    bundles.forEach((d, n) => {
      const limit = conditions.limit[d], need = conditions.need[d];
      for (let w = 0; w < words; w++) {
        for (let rest = members[n * words + w]; rest; rest &= rest - 1) {
          const i = w * 32 + 31 - Math.clz32(rest & -rest);
          told(d, i, Math.min(limit - fixed.prices[i], senderMost),
            Math.min(worth[i] - need, targetMost));
        }
      }
    });
  }

  /** Packages of the zone that hold its frontier; all of them where a ceiling can cut gains. */
  function frontierCandidates(zone) {
    if (zone.conditions.most.every((end) => end === Infinity)) return uncutCandidates(zone);
    const found = [], { fixed } = zone;
    eachMember(zone, (d, i, sender, target) => found.push({
      number: d * fixed.price.length + fixed.byPrice[i],
      sender: rounded(sender),
      target: rounded(target),
    }));
    return found;
  }

  function uncutCandidates(zone) {
    const { fixed, left, conditions, bundles, members } = zone, { words } = fixed;
    const { limit, need, worth } = conditions;
    const some = new Uint32Array(words), kinds = new Map();
    bundles.forEach((d, n) => {
      for (let w = 0; w < words; w++) some[w] |= members[n * words + w];
      const kind = left.kindOf[d];
      if (!kinds.has(kind)) kinds.set(kind, []);
      kinds.get(kind).push(n);
    });
    const places = [...fixed.byPrice.keys()].filter((i) => holds(some, i));
    const worthAt = (i) => worth[fixed.byPrice[i]];
    places.sort((a, b) => fixed.prices[a] - fixed.prices[b] || worthAt(b) - worthAt(a));
    const found = [];
    for (const [kind, own] of kinds) {
      own.sort((a, b) => limit[bundles[b]] - limit[bundles[a]] || need[bundles[a]] - need[bundles[b]]);
      const commitments = undominated(own, (n) => limit[bundles[n]], (n) => -need[bundles[n]]);
      const allowed = places.filter((i) => holds(left.sets[kind], i));
      const concessions = undominated(allowed, (i) => -fixed.prices[i], worthAt);
      for (const n of commitments) {
        const d = bundles[n];
        for (const i of concessions) {
          if (!((members[n * words + (i >> 5)] >>> (i & 31)) & 1)) continue;
          found.push({
            number: d * fixed.price.length + fixed.byPrice[i],
            sender: rounded(limit[d] - fixed.prices[i]),
            target: rounded(worthAt(i) - need[d]),
          });
        }
      }
    }
    return found;
  }

  function frontier(zone) {
    const found = frontierCandidates(zone);
    found.sort((a, b) => b.sender - a.sender || b.target - a.target);
    return undominated(found, (each) => each.sender, (each) => each.target)
      .sort((a, b) => b.sender - a.sender || a.number - b.number);
  }

  const largest = (numbers) => numbers.reduce((most, each) => Math.max(most, each), -Infinity);

  function solution(zone, measure, ties) {
    const { front, ideal } = zone, most = largest(measure) - TOLERANCE;
    const share = (gain, best) => (best > 0 ? Math.max(gain, 0) / best : 0);
    let tied = front.filter((_, n) => measure[n] >= most);
    const sum = (each) => share(each.sender, ideal[0]) + share(each.target, ideal[1]);
    const sums = largest(tied.map(sum)) - TOLERANCE;
    tied = tied.filter((each) => sum(each) >= sums);
    return { ...tied.reduce((a, b) => (b.number < a.number ? b : a)), ties };
  }

  function nash(zone) {
    const products = zone.front.map((each) => Math.max(each.sender, 0) * Math.max(each.target, 0));
    const most = largest(products);
    const ties = products.filter((each) => each >= most - TOLERANCE).length;
    return solution(zone, products, most <= TOLERANCE ? zone.packages : ties);
  }

  function kalaiSmorodinsky(zone) {
    const { fixed, left, conditions, bundles, ideal, within } = zone;
    const share = (gain, best) => (best > 0 ? Math.max(gain, 0) / best : 0);
    const shares = zone.front.map((each) =>
      Math.min(share(each.sender, ideal[0]), share(each.target, ideal[1])));
    const best = largest(shares), out = new Uint32Array(fixed.words);
    let ties = zone.packages;
    if (best > TOLERANCE) {
      ties = 0;
      for (const d of bundles) {
        ties += within(conditions.limit[d] - best * ideal[0], conditions.need[d] + best * ideal[1],
          left.sets[left.kindOf[d]], out, 0);
      }
    }
    return solution(zone, shares, ties);
  }

  // --- the whole -----------------------------------------------------------------------------

  /** How many packages lie in each cell of both sides' gains, up to the largest gains. */
  function cloud(zone, columns, rows, xMaximum, yMaximum) {
    const counts = new Uint32Array(columns * rows);
    const xScale = columns / xMaximum, yScale = rows / yMaximum;
    eachMember(zone, (d, i, sender, target) => {
      const x = Math.max(0, Math.min(sender * xScale, columns - 1));
      const y = Math.max(0, Math.min(target * yScale, rows - 1));
      counts[Math.floor(y) * columns + Math.floor(x)] += 1;
    });
    return counts;
  }

  /** Lay a case out once; the answer solves it at any values of its controls. */
  function prepare(model) {
    const fixed = tables(model), drawn = new Map();
    // One room for all answers: an answer's members hold until the next one is asked for.
    const members = new Uint32Array(fixed.target.count * fixed.words);
    // Lines that cannot be moved are laid over each other once, those that can on top of them.
    let standing = null, kept = { key: null };
    function line(each, value) {
      const key = each.guard ? each.control : `${each.control}=${value}`;
      if (!drawn.has(key)) {
        const made = each.guard ? guardLine(fixed, each.guard) : ruleLine(fixed, each.at[value]);
        const left = made.spared.map((flags) => packed(fixed, flags));
        const leavesAny = made.spared.map((flags) => flags.includes(1));
        drawn.set(key, { control: each.control, ...made, left, leavesAny });
      }
      return drawn.get(key);
    }
    function linesAt(values) {
      const active = model.lines.filter((each) => values[each.control] !== each.off);
      const key = active.map((each) => `${each.control}=${values[each.control]}`).join();
      if (key !== kept.key) {
        const lines = active.map((each) => line(each, values[each.control]));
        standing = standing || allowance(unlined(fixed), lines.filter((_, n) => !active[n].is_moved));
        kept = { key, lines, left: allowance(standing, lines.filter((_, n) => active[n].is_moved)) };
      }
      return kept;
    }
    return (values) => {
      const { lines, left } = linesAt(values), conditions = sides(model, fixed, values);
      const within = partners(fixed, conditions.worth);
      const bundles = [], byClass = new Array(model.classes.length).fill(0);
      for (let d = 0; d < left.kindOf.length; d++) {
        const kind = left.kindOf[d];
        if (kind < 0) continue;
        const start = bundles.length * fixed.words;
        const count = within(conditions.limit[d], conditions.need[d], left.sets[kind], members, start);
        if (!count) continue;
        for (const { classOf, left: own } of fixed.kinds) {
          let found = 0;
          for (let w = 0; w < fixed.words; w++) found += size(members[start + w] & own[w]);
          byClass[classOf[d]] += found;
        }
        bundles.push(d);
      }
      const zone = { fixed, lines, left, conditions, within, bundles, members, values };
      zone.packages = byClass.reduce((sum, each) => sum + each, 0);
      zone.total = fixed.target.count * fixed.sender.count;
      zone.byClass = byClass;
      zone.board = model.rows.map((row) => boardRow(row, zone));
      zone.front = frontier(zone);
      zone.ideal = zone.front.length
        ? [largest(zone.front.map((each) => each.sender)), largest(zone.front.map((each) => each.target))]
        : null;
      zone.nash = zone.ideal && nash(zone);
      zone.kalai = zone.ideal && kalaiSmorodinsky(zone);
      return zone;
    };
  }

  return { prepare, cloud, rounded };
})();
if (typeof module !== "undefined") module.exports = dealZone;
