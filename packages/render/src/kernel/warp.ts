/**
 * Reads planes of bytes at displaced places: luma by Catmull-Rom, chroma linearly, places in 256ths. Displacements lie
 * on a grid of nodes, in pixels of luma; a chroma sample lies in the middle of its four pixels.
 */

/** For each 256th: four 16-bit weights across, then two vectors of four 32-bit weights down. Written by `bakeCubic`. */
let CUBIC: usize = 0
/** One row of displacements in 256ths for each of up to three grids, across then down; `ROW` bytes each. */
let ROWS: usize = 0
let ROW: usize = 0

/** @param table 256 × 40 bytes. @param rows 6 × rowBytes. */
export function bakeCubic(table: usize, rows: usize, rowBytes: usize): void {
  CUBIC = table; ROWS = rows; ROW = rowBytes
  for (let phase = 0; phase < 256; phase++) {
    const t: f64 = <f64>phase / 256, p = table + <usize>phase * 40
    const a = <i32>Math.round(((2 - t) * t - 1) * t * 128), d = <i32>Math.round((t - 1) * t * t * 128)
    let b = <i32>Math.round(((3 * t - 5) * t * t + 2) * 128), c = <i32>Math.round(((4 - 3 * t) * t + 1) * t * 128)
    const rest = 256 - a - b - c - d
    if (phase < 128) b += rest; else c += rest
    store<i16>(p, <i16>a); store<i16>(p, <i16>b, 2); store<i16>(p, <i16>c, 4); store<i16>(p, <i16>d, 6)
    store<i32>(p, a, 8); store<i32>(p, a, 12); store<i32>(p, b, 16); store<i32>(p, b, 20)
    store<i32>(p, c, 24); store<i32>(p, c, 28); store<i32>(p, d, 32); store<i32>(p, d, 36)
  }
}

@inline function cubic(p: usize, stride: usize, fx: i32, fy: i32): i32 {
  const across = v128.load64_splat(CUBIC + <usize>fx * 40), down = CUBIC + <usize>fy * 40
  const q = p - stride - 1
  const upper = v128.load32_lane(q + stride, v128.load32_zero(q), 1), lower = v128.load32_lane(q + 3 * stride, v128.load32_zero(q + 2 * stride), 1)
  const a = i32x4.mul(i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(upper), across), v128.load(down, 8))
  const b = i32x4.mul(i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(lower), across), v128.load(down, 24))
  const s = i32x4.add(a, b), half = i32x4.add(s, v128.shuffle<i32>(s, s, 2, 3, 0, 1))
  const sum = (i32x4.extract_lane(half, 0) + i32x4.extract_lane(half, 1) + 32768) >> 16
  return min(255, max(0, sum))
}
@inline function linear(p: usize, stride: usize, fx: i32, fy: i32): i32 {
  const upper = <i32>load<u8>(p) * (256 - fx) + <i32>load<u8>(p, 1) * fx
  const lower = <i32>load<u8>(p + stride) * (256 - fx) + <i32>load<u8>(p + stride, 1) * fx
  return (upper * (256 - fy) + lower * fy + 32768) >> 16
}

/** One row of a grid's displacements, in 256ths of a sample. */
function rowOf(slot: usize, dx: usize, dy: usize, columns: i32, rows: i32, row: i32, cell: i32, isLuma: bool): void {
  const place: f32 = (<f32>row + (isLuma ? 0 : .25)) / <f32>cell, upper = min(rows - 2, <i32>place), share: f32 = place - <f32>upper, factor: f32 = isLuma ? 256 : 128
  const outX = ROWS + 2 * slot * ROW, outY = outX + ROW
  for (let column = 0; column < columns; column++) {
    const o = <usize>(upper * columns + column) << 2, n = o + (<usize>columns << 2), to = <usize>column << 2
    const ax = load<f32>(dx + o), ay = load<f32>(dy + o)
    store<f32>(outX + to, (ax + (load<f32>(dx + n) - ax) * share) * factor)
    store<f32>(outY + to, (ay + (load<f32>(dy + n) - ay) * share) * factor)
  }
}
@inline function rounded(a: f32): i32 { return <i32>nearest(a) }

/** 65,536ths, of which places are the rounded 256ths: adding a step a sample then needs no rounding of its own. */
@inline function fixed(a: f32): i32 { return <i32>(a * 256) }

/**
 * A whole plane from the picture.
 * @param source Address of its first sample. @param reach Samples beyond its edge that may be read.
 * @param hidden 0, or a byte for each pixel of luma: 1 where nothing need be read.
 */
export function warpPlane(out: usize, width: i32, height: i32, source: usize, stride: i32, reach: i32, dx: usize, dy: usize, columns: i32, rows: i32, cell: i32, isLuma: bool, hidden: usize): void {
  if (isLuma) warpAll(out, width, height, source, stride, reach, dx, dy, columns, rows, cell, true, hidden)
  else warpAll(out, width, height, source, stride, reach, dx, dy, columns, rows, cell, false, hidden)
}
@inline function warpAll(out: usize, width: i32, height: i32, source: usize, stride: i32, reach: i32, dx: usize, dy: usize, columns: i32, rows: i32, cell: i32, isLuma: bool, hidden: usize): void {
  const low = -reach * 256, maxX = (width - 1 + reach) * 256, maxY = (height - 1 + reach) * 256, step: f32 = 1 / <f32>cell
  for (let row = 0; row < height; row++) {
    rowOf(0, dx, dy, columns, rows, row, cell, isLuma)
    let to = out + <usize>(row * width)
    for (let left = 0, column = 0; left < width; left += cell, column++) {
      const end = min(width, left + cell), o = ROWS + (<usize>column << 2)
      const ax = load<f32>(o), ay = load<f32>(o + ROW), sx = (load<f32>(o, 4) - ax) * step, sy = (load<f32>(o + ROW, 4) - ay) * step
      if (ax == 0 && ay == 0 && sx == 0 && sy == 0) {
        const from = source + row * stride + left
        if (isLuma && end - left == 4) store<u32>(to, load<u32>(from))
        else for (let i = 0; i < end - left; i++) store<u8>(to + i, load<u8>(from + i))
        to += end - left
        continue
      }
      const stepX = fixed(sx) + 65536, stepY = fixed(sy)
      let fx = (left << 16) + fixed(isLuma ? ax : ax + sx * .25) + 128, fy = (row << 16) + fixed(isLuma ? ay : ay + sy * .25) + 128
      for (let x = left; x < end; x++, fx += stepX, fy += stepY, to++) {
        const qx = min(maxX, max(low, fx >> 8)), qy = min(maxY, max(low, fy >> 8))
        const wx = qx >> 8, wy = qy >> 8
        if (hidden != 0 && <u32>wx < <u32>width && <u32>wy < <u32>height) {
          if (load<u8>(hidden + (isLuma ? wy * width + wx : (qy >> 7) * 2 * width + (qx >> 7)))) continue
        }
        const from = source + wy * stride + wx
        store<u8>(to, isLuma ? cubic(from, stride, qx & 255, qy & 255) : linear(from, stride, qx & 255, qy & 255))
      }
    }
  }
}

/**
 * Lays a layer over a plane that holds the picture: outright where its core is 1, mixed by matte × seen elsewhere.
 * @param matte A byte a pixel of luma, as is `core`. @param second How much the grid `again` counts against `first`, 0 … 1.
 */
export function layPlane(out: usize, width: i32, height: i32, plate: usize, stride: i32, reach: i32, matte: usize, core: usize, dx: usize, dy: usize, firstX: usize, firstY: usize, againX: usize, againY: usize, columns: i32, rows: i32, cell: i32, isLuma: bool, second: f32, seen: f32): void {
  if (isLuma) layAll(out, width, height, plate, stride, reach, matte, core, dx, dy, firstX, firstY, againX, againY, columns, rows, cell, true, second, seen)
  else layAll(out, width, height, plate, stride, reach, matte, core, dx, dy, firstX, firstY, againX, againY, columns, rows, cell, false, second, seen)
}
@inline function layAll(out: usize, width: i32, height: i32, plate: usize, stride: i32, reach: i32, matte: usize, core: usize, dx: usize, dy: usize, firstX: usize, firstY: usize, againX: usize, againY: usize, columns: i32, rows: i32, cell: i32, isLuma: bool, second: f32, seen: f32): void {
  const low = -reach * 256, maxX = (width - 1 + reach) * 256, maxY = (height - 1 + reach) * 256, step: f32 = 1 / <f32>cell, offset: f32 = isLuma ? 0 : .25
  const spread = isLuma ? 1 : 2, mw = width * spread, right = mw - spread, bottom = height * spread - spread, shift = isLuma ? 8 : 7
  for (let row = 0; row < height; row++) {
    rowOf(0, dx, dy, columns, rows, row, cell, isLuma)
    rowOf(1, firstX, firstY, columns, rows, row, cell, isLuma)
    if (second > 0) rowOf(2, againX, againY, columns, rows, row, cell, isLuma)
    for (let left = 0, column = 0; left < width; left += cell, column++) {
      const end = min(width, left + cell), o = ROWS + (<usize>column << 2), f = o + 2 * ROW, g = o + 4 * ROW
      const ax = load<f32>(o), ay = load<f32>(o + ROW), asx = (load<f32>(o, 4) - ax) * step, asy = (load<f32>(o + ROW, 4) - ay) * step
      const bx = load<f32>(f), by = load<f32>(f + ROW), bsx = (load<f32>(f, 4) - bx) * step, bsy = (load<f32>(f + ROW, 4) - by) * step
      const stepX = fixed(asx) + 65536, stepY = fixed(asy), plateX = fixed(bsx) + 65536, plateY = fixed(bsy)
      let ux = (left << 16) + fixed(ax + asx * offset) + 128, uy = (row << 16) + fixed(ay + asy * offset) + 128
      let vx = (left << 16) + fixed(bx + bsx * offset) + 128, vy = (row << 16) + fixed(by + bsy * offset) + 128
      for (let x = left; x < end; x++, ux += stepX, uy += stepY, vx += plateX, vy += plateY) {
        const qx = ux >> 8, qy = uy >> 8
        const mx = min(right, max(0, qx >> shift)), my = min(bottom, max(0, qy >> shift)), place = <usize>(my * mw + mx)
        const isCore = load<u8>(core + place) != 0
        let share = 255
        if (!isCore) {
          const m = matte + place
          if (mx >= right || my >= bottom) share = load<u8>(m)
          else if (isLuma) share = linear(m, mw, qx & 255, qy & 255)
          else share = (<i32>load<u8>(m) + <i32>load<u8>(m, 1) + <i32>load<u8>(m + mw) + <i32>load<u8>(m + mw, 1)) >> 2
          if (share == 0) continue
        }
        const sx = min(maxX, max(low, vx >> 8)), sy = min(maxY, max(low, vy >> 8)), from = plate + (sy >> 8) * stride + (sx >> 8)
        const value = isLuma ? cubic(from, stride, sx & 255, sy & 255) : linear(from, stride, sx & 255, sy & 255), to = out + <usize>(row * width + x)
        if (isCore && second == 0) { store<u8>(to, value); continue }
        let moved: f32 = <f32>value
        if (second > 0) {
          const cx = load<f32>(g), cy = load<f32>(g + ROW), at: f32 = (<f32>(x - left) + offset) * step
          const tx = min(maxX, max(low, x * 256 + rounded(cx + (load<f32>(g, 4) - cx) * at))), ty = min(maxY, max(low, row * 256 + rounded(cy + (load<f32>(g + ROW, 4) - cy) * at)))
          const other = plate + (ty >> 8) * stride + (tx >> 8)
          moved += (<f32>(isLuma ? cubic(other, stride, tx & 255, ty & 255) : linear(other, stride, tx & 255, ty & 255)) - moved) * second
        }
        if (!isCore) { const was: f32 = <f32>load<u8>(to); moved = was + (moved - was) * <f32>share * seen * <f32>(1 / 255.0) }
        store<u8>(to, <u8><i32>(moved + .5))
      }
    }
  }
}

/** Lays a veil over a plane: black (or grey) + (value − black) × keeps + adds. @param keeps, adds Grids; `rowActive` a byte a row of nodes. */
export function veilPlane(out: usize, width: i32, height: i32, keeps: usize, adds: usize, rowActive: usize, columns: i32, rows: i32, cell: i32, isLuma: bool): void {
  const zero: f32 = isLuma ? 16 : 128, most: f32 = isLuma ? 235 : 240, step: f32 = 1 / <f32>cell
  for (let row = 0; row < height; row++) {
    const place: f32 = (<f32>row + (isLuma ? 0 : .25)) * step, upper = min(rows - 2, <i32>place), share: f32 = place - <f32>upper
    if (!(load<u8>(rowActive + upper) | load<u8>(rowActive + upper + 1))) continue
    let to = out + <usize>(row * width)
    for (let left = 0, column = 0; left < width; left += cell, column++) {
      const end = min(width, left + cell), o = <usize>(upper * columns + column) << 2, n = o + (<usize>columns << 2)
      let k = load<f32>(keeps + o), l = load<f32>(keeps + o, 4), a = load<f32>(adds + o), b = load<f32>(adds + o, 4)
      k += (load<f32>(keeps + n) - k) * share; l += (load<f32>(keeps + n, 4) - l) * share; a += (load<f32>(adds + n) - a) * share; b += (load<f32>(adds + n, 4) - b) * share
      let at: f32 = isLuma ? 0 : .25
      for (let x = left; x < end; x++, at += 1, to++) {
        const t = at * step, value: f32 = zero + (<f32>load<u8>(to) - zero) * (k + (l - k) * t) + a + (b - a) * t + .5
        store<u8>(to, <u8><i32>min(most, max<f32>(16, value)))
      }
    }
  }
}
