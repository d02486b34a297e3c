/** What painters see in a picture: which way its contours run, its dark lines, and the flat areas within its edges. */
import { add, sub, mul, div, mad, splat, select, saturate, toInt, gather, clampInt } from './math'
import { SW, SH, boxSheet, leftOf, rightOf, sheetBytes } from './easel'

/**
 * The smoothed structure tensor of brightness: a unit vector along the contour for each pixel, and how sure that is, 0 … 1.
 */
export function flowSheet(luma: usize, xs: usize, ys: usize, strength: usize, spare: usize, radius: i32): void {
  const row = <usize>SW << 2
  for (let y = 0; y < SH; y++) {
    const here = luma + <usize>y * row, above = y > 0 ? here - row : here, below = y < SH - 1 ? here + row : here
    for (let x = 0; x < SW; x += 4) {
      const o = <usize>x << 2, to = <usize>y * row + o
      const al = leftOf(above + o, x), a = v128.load(above + o), ar = rightOf(above + o, x), bl = leftOf(below + o, x), b = v128.load(below + o), br = rightOf(below + o, x)
      const side = sub(rightOf(here + o, x), leftOf(here + o, x)), down = sub(b, a)
      const gx = add(add(side, side), add(sub(ar, al), sub(br, bl))), gy = add(add(down, down), add(sub(bl, al), sub(br, ar)))
      v128.store(xs + to, mul(gx, gx)); v128.store(ys + to, mul(gy, gy)); v128.store(strength + to, mul(gx, gy))
    }
  }
  boxSheet(xs, xs, spare, radius); boxSheet(ys, ys, spare, radius); boxSheet(strength, strength, spare, radius)
  const zero = splat(0), one = splat(1)
  for (let o: usize = 0, n = sheetBytes(); o < n; o += 16) {
    const a = v128.load(xs + o), b = v128.load(ys + o), c = v128.load(strength + o), half = mul(sub(a, b), splat(.5)), root = f32x4.sqrt(mad(half, half, mul(c, c)))
    // The eigenvector of the smaller eigenvalue; of its two forms, the one that does not cancel out.
    const wide = f32x4.gt(half, zero), tx = select(f32x4.neg(c), sub(root, half), wide), ty = select(add(root, half), f32x4.neg(c), wide)
    const length = f32x4.sqrt(mad(tx, tx, mul(ty, ty))), none = f32x4.lt(length, splat(1e-9)), k = div(one, select(one, length, none))
    v128.store(xs + o, select(one, mul(tx, k), none)); v128.store(ys + o, select(zero, mul(ty, k), none)); v128.store(strength + o, div(root, mad(add(a, b), splat(.5), splat(.002))))
  }
}
/** How much darker than its surroundings, relative to them: a line in the shade is as much a line as one in the sun. In place. */
export function darkerSheet(fine: usize, wide: usize): void {
  for (let o: usize = 0, n = sheetBytes(); o < n; o += 16) {
    const w = v128.load(wide + o)
    v128.store(fine + o, div(sub(w, v128.load(fine + o)), mad(w, splat(.75), splat(.14))))
  }
}
@inline function placeAt(x: v128, y: v128): v128 { return i32x4.add(i32x4.mul(clampInt(y, SH - 1), i32x4.splat(SW)), clampInt(x, SW - 1)) }
@inline function whole(v: v128): v128 { return i32x4.sub(toInt(add(v, splat(1024.5))), i32x4.splat(1024)) }
/** Means along the contours, `reach` steps to both sides. */
export function followSheet(from: usize, xs: usize, ys: usize, out: usize, reach: i32): void {
  const steps: i32 = 2 * reach + 1, share = splat(1 / <f32>steps)
  for (let y = 0; y < SH; y++) for (let x = 0; x < SW; x += 4) {
    const o = <usize>(y * SW + x) << 2, dx = v128.load(xs + o), dy = v128.load(ys + o), px = i32x4.add(i32x4.splat(x), i32x4(0, 1, 2, 3)), py = i32x4.splat(y)
    let s = v128.load(from + o)
    for (let k = 1; k <= reach; k++) {
      const f = splat(<f32>k), ox = whole(mul(dx, f)), oy = whole(mul(dy, f))
      s = add(s, add(gather(from, placeAt(i32x4.add(px, ox), i32x4.add(py, oy))), gather(from, placeAt(i32x4.sub(px, ox), i32x4.sub(py, oy)))))
    }
    v128.store(out + o, mul(s, share))
  }
}
/** Like `followSheet` for four planes at once, three steps of `stride` pixels to both sides. */
export function dragSheets(r: usize, g: usize, b: usize, n: usize, xs: usize, ys: usize, r1: usize, g1: usize, b1: usize, n1: usize, stride: f32): void {
  const share = splat(1 / 7.0)
  for (let y = 0; y < SH; y++) for (let x = 0; x < SW; x += 4) {
    const o = <usize>(y * SW + x) << 2, dx = mul(v128.load(xs + o), splat(stride)), dy = mul(v128.load(ys + o), splat(stride))
    const fx = add(splat(<f32>x + .5), f32x4(0, 1, 2, 3)), fy = splat(<f32>y + .5)
    let sr = v128.load(r + o), sg = v128.load(g + o), sb = v128.load(b + o), sn = v128.load(n + o)
    for (let k = -3; k <= 3; k++) {
      if (k == 0) continue
      const f = splat(<f32>k), i = placeAt(toInt(mad(dx, f, fx)), toInt(mad(dy, f, fy)))
      sr = add(sr, gather(r, i)); sg = add(sg, gather(g, i)); sb = add(sb, gather(b, i)); sn = add(sn, gather(n, i))
    }
    v128.store(r1 + o, mul(sr, share)); v128.store(g1 + o, mul(sg, share)); v128.store(b1 + o, mul(sb, share)); v128.store(n1 + o, mul(sn, share))
  }
}
/** Four floats of a table of 512 steps over 0 … 3. */
@inline function weights(table: usize, distance: v128): v128 { return gather(table, toInt(mul(distance, splat(512.0 / 3)))) }
@inline function apart(r: usize, g: usize, b: usize, o: usize, before: usize): v128 {
  return add(f32x4.abs(sub(v128.load(r + o), v128.load(r + before))), add(f32x4.abs(sub(v128.load(g + o), v128.load(g + before))), f32x4.abs(sub(v128.load(b + o), v128.load(b + before)))))
}
/** How much each pixel takes on of its neighbour to the left, and of the one above. */
export function linkSheets(r: usize, g: usize, b: usize, across: usize, down: usize, table: usize): void {
  const row = <usize>SW << 2
  for (let o: usize = 16, n = sheetBytes(); o < n; o += 16) v128.store(across + o, weights(table, apart(r, g, b, o, o - 4)))
  // What is before the first pixel is not there; nobody asks for its link.
  for (let o: usize = 4; o < 16; o += 4) {
    const d = Mathf.abs(load<f32>(r + o) - load<f32>(r + o - 4)) + Mathf.abs(load<f32>(g + o) - load<f32>(g + o - 4)) + Mathf.abs(load<f32>(b + o) - load<f32>(b + o - 4))
    store<f32>(across + o, load<f32>(table + (<usize>(d * (512.0 / 3)) << 2)))
  }
  for (let o = row, n = sheetBytes(); o < n; o += 16) v128.store(down + o, weights(table, apart(r, g, b, o, o - row)))
}
/** The links of a reach half as far. */
export function tightenLinks(across: usize, down: usize): void {
  for (let o: usize = 0, n = sheetBytes(); o < n; o += 16) { const a = v128.load(across + o), d = v128.load(down + o); v128.store(across + o, mul(a, a)); v128.store(down + o, mul(d, d)) }
}
@inline function linked(p: usize, value: f32, w: f32, rest: f32): f32 { const v: f32 = load<f32>(p) * rest + value * w; store<f32>(p, v); return v }
/** Lets colours run along rows and columns, there and back, as far as the links let them. In place. */
export function runSheets(r: usize, g: usize, b: usize, across: usize, down: usize): void {
  const row = <usize>SW << 2, n = sheetBytes()
  for (let start: usize = 0; start < n; start += row) {
    const end = start + row
    let vr = load<f32>(r + start), vg = load<f32>(g + start), vb = load<f32>(b + start)
    for (let o = start + 4; o < end; o += 4) { const w = load<f32>(across + o), rest: f32 = 1 - w; vr = linked(r + o, vr, w, rest); vg = linked(g + o, vg, w, rest); vb = linked(b + o, vb, w, rest) }
    for (let o = end - 4; o > start; o -= 4) { const w = load<f32>(across + o), rest: f32 = 1 - w; vr = linked(r + o - 4, vr, w, rest); vg = linked(g + o - 4, vg, w, rest); vb = linked(b + o - 4, vb, w, rest) }
  }
  for (let o = row; o < n; o += 16) { const w = v128.load(down + o); toNeighbour(r + o, r + o - row, w); toNeighbour(g + o, g + o - row, w); toNeighbour(b + o, b + o - row, w) }
  for (let o = n; o > row; o -= 16) { const at = o - 16, w = v128.load(down + at); toNeighbour(r + at - row, r + at, w); toNeighbour(g + at - row, g + at, w); toNeighbour(b + at - row, b + at, w) }
}
@inline function toNeighbour(p: usize, q: usize, w: v128): void { const own = v128.load(p); v128.store(p, mad(sub(v128.load(q), own), w, own)) }
/** How much colours differ from those to the right and below. */
export function edgeSheet(r: usize, g: usize, b: usize, out: usize): void {
  const row = <usize>SW << 2
  for (let y = 0; y < SH; y++) for (let x = 0; x < SW; x += 4) {
    const o = <usize>y * row + (<usize>x << 2), below = y < SH - 1 ? o + row : o
    const across = add(f32x4.abs(sub(rightOf(r + o, x), v128.load(r + o))), add(f32x4.abs(sub(rightOf(g + o, x), v128.load(g + o))), f32x4.abs(sub(rightOf(b + o, x), v128.load(b + o)))))
    v128.store(out + o, add(across, apart(r, g, b, o, below)))
  }
}
/** How much a height rises to the right and downwards: slopes that light from the upper left falls on. */
export function slopeSheet(height: usize, out: usize): void {
  const row = <usize>SW << 2
  for (let y = 0; y < SH; y++) for (let x = 0; x < SW; x += 4) {
    const o = <usize>y * row + (<usize>x << 2), above = y > 0 ? o - row : o, h = v128.load(height + o)
    v128.store(out + o, sub(add(h, h), add(leftOf(height + o, x), v128.load(height + above))))
  }
}
/** Turns contours to the direction of a painter's hand, the more the less sure they are. In place. */
export function settleFlow(xs: usize, ys: usize, strength: usize, idleX: usize, idleY: usize): void {
  for (let o: usize = 0, n = sheetBytes(); o < n; o += 16) {
    const sure = saturate(mad(v128.load(strength + o), splat(2.4), splat(-.35))), ix = v128.load(idleX + o), iy = v128.load(idleY + o)
    let fx = v128.load(xs + o), fy = v128.load(ys + o)
    // A contour has no sense: of its two directions, the one that is nearer.
    const sign = v128.and(mad(fx, ix, mul(fy, iy)), i32x4.splat(0x80000000))
    fx = v128.xor(fx, sign); fy = v128.xor(fy, sign)
    const x = mad(sub(fx, ix), sure, ix), y = mad(sub(fy, iy), sure, iy), k = div(splat(1), add(f32x4.sqrt(mad(x, x, mul(y, y))), splat(1e-6)))
    v128.store(xs + o, mul(x, k)); v128.store(ys + o, mul(y, k))
  }
}
/** `out` = what a table of 1025 floats says for 0 … 1. */
export function tableSheet(from: usize, table: usize, out: usize): void {
  for (let o: usize = 0, n = sheetBytes(); o < n; o += 16) v128.store(out + o, gather(table, toInt(mul(saturate(v128.load(from + o)), splat(1024)))))
}
