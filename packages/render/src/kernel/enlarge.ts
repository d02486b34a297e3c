/** Makes planes of bytes a little larger by Catmull-Rom: for frames that were drawn smaller than they are shown. */

/** A place along one axis: the first of its four samples, then four 16-bit weights that add up to 64. */
const PLACE: usize = 12
/** Samples before a row's first that places may begin at, and as many behind its last. */
const RIM: i32 = 2

/** Bytes of the places of `to` samples. */
export function placesBytes(to: i32): i32 { return (to + 4) * <i32>PLACE }
/** Bytes of the row that `enlargePlane` works on. */
export function enlargingBytes(from: i32): i32 { return 2 * (from + 2 * RIM) + 64 }
/** Writes where `to` samples lie that cover `from` samples. */
export function planPlaces(places: usize, from: i32, to: i32): void {
  const step: f64 = <f64>from / <f64>to
  for (let i = 0; i < to + 4; i++) {
    // What is written behind the last sample, for kernels that work on four at once, repeats it.
    const place: f64 = (<f64>min(i, to - 1) + .5) * step - .5, low = Math.floor(place), t: f64 = place - low, p = places + <usize>i * PLACE
    const a = <i32>Math.round(((2 - t) * t - 1) * t * 32), d = <i32>Math.round((t - 1) * t * t * 32)
    let b = <i32>Math.round(((3 * t - 5) * t * t + 2) * 32), c = <i32>Math.round(((4 - 3 * t) * t + 1) * t * 32)
    const rest = 64 - a - b - c - d
    if (t < .5) b += rest; else c += rest
    store<i32>(p, <i32>low - 1); store<i16>(p, <i16>a, 4); store<i16>(p, <i16>b, 6); store<i16>(p, <i16>c, 8); store<i16>(p, <i16>d, 10)
  }
}
/** 64 times eight bytes of a column of four rows. */
@inline function column8(a: usize, b: usize, c: usize, d: usize, wa: v128, wb: v128, wc: v128, wd: v128): v128 {
  return i16x8.add(i16x8.add(i16x8.mul(v128.load8x8_u(a), wa), i16x8.mul(v128.load8x8_u(b), wb)), i16x8.add(i16x8.mul(v128.load8x8_u(c), wc), i16x8.mul(v128.load8x8_u(d), wd)))
}
/** The sums of two places each, side by side. */
@inline function two(row: usize, p: usize): v128 {
  const samples = v128.load64_lane(row + (<usize>load<i32>(p, PLACE) << 1), v128.load64_zero(row + (<usize>load<i32>(p) << 1)), 1)
  return i32x4.dot_i16x8_s(samples, v128.load64_lane(p + PLACE + 4, v128.load64_zero(p + 4), 1))
}
/**
 * `across` and `down` are places. `row` is working room. Reads up to 7 bytes behind the plane and writes up to 3 behind
 * `out`.
 */
export function enlargePlane(from: usize, width: i32, height: i32, out: usize, toWidth: i32, toHeight: i32, across: usize, down: usize, row: usize): void {
  const line = row + <usize>(2 * RIM), last = height - 1
  for (let y = 0; y < toHeight; y++) {
    const p = down + <usize>y * PLACE, first = load<i32>(p), wa = v128.load16_splat(p + 4), wb = v128.load16_splat(p + 6), wc = v128.load16_splat(p + 8), wd = v128.load16_splat(p + 10)
    const a = from + <usize>(max(0, first) * width), b = from + <usize>(max(0, first + 1) * width), c = from + <usize>(min(last, first + 2) * width), d = from + <usize>(min(last, first + 3) * width)
    for (let x: usize = 0; x < <usize>width; x += 8) v128.store(line + (x << 1), column8(a + x, b + x, c + x, d + x, wa, wb, wc, wd))
    store<i32>(row, <i32>load<u16>(line) * 0x10001)
    const end = line + (<usize>width << 1)
    store<i32>(end, <i32>load<u16>(end - 2) * 0x10001)
    let q = across
    for (let x = 0; x < toWidth; x += 4, q += 4 * PLACE) {
      const l = two(line, q), r = two(line, q + 2 * PLACE)
      const sum = i32x4.add(i32x4.add(v128.shuffle<i32>(l, r, 0, 2, 4, 6), v128.shuffle<i32>(l, r, 1, 3, 5, 7)), i32x4.splat(2048)), half = i16x8.narrow_i32x4_s(i32x4.shr_s(sum, 12), sum)
      v128.store32_lane(out + <usize>(y * toWidth + x), i8x16.narrow_i16x8_u(half, half), 0)
    }
  }
}
