/**
 * Triangles wait in bands of rows until all of them are known, and are then drawn band by band: the rows of one band stay
 * in the processor's cache, where whole planes would be fetched from memory again for every triangle.
 */
import { mix, splat, lower } from './math'
import { W, H, Z, N, C, I, MULTI } from './target'
import { OUT_BYTES } from './layout'
import { cover, triangle, tint, LEFT, TOP, RIGHT, BOTTOM } from './raster'
import { useTexture } from './texture'
import { halveRows } from './mask'

/** A waiting triangle: corners, draw, next of its band (0: the last), columns. */
const NODE: usize = 28
/** What a draw's triangles share: id, texture, factors of its colour. */
const DRAW: usize = 20

/** 2^SHIFT rows are a band. `LISTS` holds the first and the last node of each. */
let SHIFT: i32 = 6, LISTS: usize = 0, NODES: usize = 0, NODES_END: usize = 0, FREE_NODE: usize = 0
let DRAWS: usize = 0, DRAWS_END: usize = 0, OWN: usize = 0
/** New corners that clipping makes. */
let CORNERS: usize = 0, CORNERS_END: usize = 0, FREE_CORNER: usize = 0
/** True until the rows of the target have been cleared. */
let FRESH: bool = true
/** Heights of the vertices above the plane that cuts the world, in the order of the vertices; 0: nothing is cut. */
let HEIGHTS: usize = 0

/** Begins a view. `lists` has room for 2 words a band, the others for as many bytes as are told. */
export function openBands(shift: i32, lists: usize, nodes: usize, nodeBytes: i32, draws: usize, drawBytes: i32, corners: usize, cornerBytes: i32): void {
  SHIFT = shift; LISTS = lists; NODES = nodes; NODES_END = nodes + nodeBytes; DRAWS = draws; DRAWS_END = draws + drawBytes
  CORNERS = corners; CORNERS_END = corners + cornerBytes; FRESH = true
  OWN = draws - DRAW
  empty()
}
function empty(): void {
  FREE_NODE = NODES; FREE_CORNER = CORNERS
  memory.fill(LISTS, 0, <usize>(((H - 1) >> SHIFT) + 1) << 3)
}
/** How far away the band at hand is covered everywhere, in cells of 16 × 8 pixels, as 1/w: what lies behind cannot be seen. */
const CELLS = memory.data(4096, 16)
/** Looks again, from row `first` on. Between two looks a cell only gets nearer, so that an old one hides too little, never too much. */
function lookAgain(first: i32, behind: i32): void {
  const shift: usize = MULTI ? 4 : 2, vectors: usize = MULTI ? 16 : 4, row = <usize>W << shift
  let cell = CELLS
  for (let y = first; y < behind; y += 8) for (let x = 0; x < W; x += 16, cell += 4) {
    let p = Z + (<usize>(y * W + x) << shift), low = v128.load(p)
    for (let j = 0; j < 8; j++, p += row) for (let k: usize = 0; k < vectors; k++) low = lower(low, v128.load(p + (k << 4)))
    store<f32>(cell, min(min(f32x4.extract_lane(low, 0), f32x4.extract_lane(low, 1)), min(f32x4.extract_lane(low, 2), f32x4.extract_lane(low, 3))))
  }
}
/** True when all cells of a box are covered by what is nearer than all corners. Rows are counted from the band's first. */
@inline function isHidden(a: usize, b: usize, c: usize, left: i32, top: i32, right: i32, bottom: i32): bool {
  // A ten-thousandth for what rounding and the widened edges add.
  const nearest: f32 = max(load<f32>(a, 8), max(load<f32>(b, 8), load<f32>(c, 8))) * <f32>1.0001, x0 = left >> 4, x1 = right >> 4
  for (let y = top >> 3, last = bottom >> 3; y <= last; y++) {
    const row = CELLS + (<usize>(y * (W >> 4)) << 2)
    for (let x = x0; x <= x1; x++) if (load<f32>(row + (<usize>x << 2)) < nearest) return false
  }
  return true
}
/** Triangles before the first look, of which a large one counts by its size; the next looks are each twice as far apart. */
const FIRST_LOOK: i32 = 64

/** Draws what waits. `last`: nothing follows, so that the half geometry can be taken from the rows at hand. */
export function drawBands(last: bool): void {
  const bands = ((H - 1) >> SHIFT) + 1, rowBytes = <usize>W << (MULTI ? 4 : 2)
  let own: usize = 0, id = i32x4.splat(0)
  for (let band = 0; band < bands; band++) {
    const first = band << SHIFT, behind = min(H, first + (1 << SHIFT))
    if (FRESH) { // normals and colours too: to write a row brings it into the cache at a fraction of what its triangles would wait for
      const start = <usize>first * rowBytes, bytes = <usize>(behind - first) * rowBytes
      memory.fill(Z + start, 0, bytes); memory.fill(N + start, 0, bytes); memory.fill(C + start, 0, bytes); memory.fill(I + start, 0, bytes)
    }
    let drawn = 0, look = FRESH ? FIRST_LOOK : 0
    for (let node = load<usize>(LISTS + (<usize>band << 3)); node; node = load<usize>(node, 16)) {
      const draw = load<usize>(node, 12), a = load<usize>(node), b = load<usize>(node, 4), c = load<usize>(node, 8)
      const left = <i32>load<u16>(node, 20), right = <i32>load<u16>(node, 22), top = max(first, <i32>load<u16>(node, 24)), bottom = min(behind - 1, <i32>load<u16>(node, 26))
      if (drawn >= look) { lookAgain(first, behind); look = max(look * 2, FIRST_LOOK) }
      drawn += 1 + ((right - left) * (bottom - top) >> 9)
      if (look > FIRST_LOOK && isHidden(a, b, c, left, top - first, right, bottom - first)) continue
      if (draw != own) {
        own = draw
        id = i32x4.splat(load<i32>(draw)); useTexture(load<usize>(draw, 4)); tint(load<f32>(draw, 8), load<f32>(draw, 12), load<f32>(draw, 16))
      }
      triangle(a, b, c, id, left, top, right, bottom)
    }
    if (last) halveRows(first >> 1, behind >> 1)
  }
  FRESH = false
  if (OWN >= DRAWS) { // the draw at hand goes on
    memory.copy(DRAWS, OWN, DRAW)
    OWN = DRAWS
  }
  empty()
}
/** Lets a triangle wait in each band that it reaches. */
function put(a: usize, b: usize, c: usize): void {
  if (!cover(a, b, c, W - 1, H - 1)) return
  const box = LEFT | (RIGHT << 16), rows = TOP | (BOTTOM << 16), from = TOP >> SHIFT, to = BOTTOM >> SHIFT
  if (FREE_NODE + <usize>(to - from + 1) * NODE > NODES_END) { const corner = FREE_CORNER; drawBands(false); FREE_CORNER = corner }
  for (let band = from; band <= to; band++) {
    const node = FREE_NODE, list = LISTS + (<usize>band << 3), before = load<usize>(list, 4)
    FREE_NODE = node + NODE
    store<usize>(node, a); store<usize>(node, b, 4); store<usize>(node, c, 8); store<usize>(node, OWN, 12); store<usize>(node, 0, 16); store<i32>(node, box, 20); store<i32>(node, rows, 24)
    if (before) store<usize>(before, node, 16)
    else store<usize>(list, node)
    store<usize>(list, node, 4)
  }
}
@inline function depthOf(v: usize, near: f32): f32 { const k = load<f32>(v, 8); return k > 0 ? <f32>1 / k : k + near }
/** A new corner, at t between two others, straight in space; hidden ones are kept in clip coordinates. */
function between(a: usize, b: usize, t: f32, near: f32): void {
  const out = FREE_CORNER
  FREE_CORNER = out + OUT_BYTES
  const wa = depthOf(a, near), wb = depthOf(b, near), sa: f32 = load<f32>(a, 8) > 0 ? wa : 1, sb: f32 = load<f32>(b, 8) > 0 ? wb : 1, tv = splat(t)
  const ax = load<f32>(a) * sa, ay = load<f32>(a, 4) * sa, bx = load<f32>(b) * sb, by = load<f32>(b, 4) * sb
  const x = ax + (bx - ax) * t, y = ay + (by - ay) * t, w = wa + (wb - wa) * t
  if (w > near * .9999) {
    const inverse: f32 = 1 / w
    store<f32>(out, x * inverse); store<f32>(out, y * inverse, 4); store<f32>(out, inverse, 8)
  } else { store<f32>(out, x); store<f32>(out, y, 4); store<f32>(out, w - near, 8) }
  store<f32>(out, load<f32>(a, 12) + (load<f32>(b, 12) - load<f32>(a, 12)) * t, 12)
  v128.store(out + 16, mix(v128.load(a + 16), v128.load(b + 16), tv)); v128.store(out + 32, mix(v128.load(a + 32), v128.load(b + 32), tv))
}
@inline function keep(corner: usize): void { memory.copy(FREE_CORNER, corner, OUT_BYTES); FREE_CORNER += OUT_BYTES }
/** The part before the eye. */
function clipped(a: usize, b: usize, c: usize, near: f32): void {
  const ka = load<f32>(a, 8) > 0, kb = load<f32>(b, 8) > 0, kc = load<f32>(c, 8) > 0
  if (ka && kb && kc) { put(a, b, c); return }
  if (!ka && !kb && !kc) return
  const room = FREE_CORNER
  let from = a, seen = ka
  for (let k = 0; k < 3; k++) {
    const to = k == 0 ? b : k == 1 ? c : a, toSeen = k == 0 ? kb : k == 1 ? kc : ka
    if (seen) keep(from)
    if (seen != toSeen) { const w = depthOf(from, near); between(from, to, (near - w) / (depthOf(to, near) - w), near) }
    from = to; seen = toSeen
  }
  for (let p = room + 2 * OUT_BYTES, end = FREE_CORNER; p < end; p += OUT_BYTES) put(room, p - OUT_BYTES, p)
}
/** The part above the plane; `ha` and the like are the corners' heights. */
function aboveOnly(a: usize, b: usize, c: usize, ha: f32, hb: f32, hc: f32, near: f32): void {
  const room = FREE_CORNER
  let from = a, hf = ha
  for (let k = 0; k < 3; k++) {
    const to = k == 0 ? b : k == 1 ? c : a, ht = k == 0 ? hb : k == 1 ? hc : ha
    if (hf >= 0) keep(from)
    if ((hf >= 0) != (ht >= 0)) between(from, to, hf / (hf - ht), near)
    from = to; hf = ht
  }
  for (let p = room + 2 * OUT_BYTES, end = FREE_CORNER; p < end; p += OUT_BYTES) clipped(room, p - OUT_BYTES, p, near)
}
export function cutAt(heights: usize): void { HEIGHTS = heights }
/** Corners that one triangle can make: a square above the plane, both of its halves cut at the eye. */
const CORNERS_MOST: usize = 12

/**
 * Lets `count` indexed triangles of transformed vertices wait. `flip` for matrices that mirror; `r g b` are the factors of
 * the texture's colour. The vertices must stay until `drawBands`.
 */
export function collect(count: i32, indices: usize, vertices: usize, ident: i32, near: f32, flip: bool, texture: usize, r: f32, g: f32, b: f32): void {
  if (OWN + 2 * DRAW > DRAWS_END) { OWN = DRAWS - DRAW; drawBands(false) }
  OWN += DRAW
  store<i32>(OWN, ident); store<usize>(OWN, texture, 4); store<f32>(OWN, r, 8); store<f32>(OWN, g, 12); store<f32>(OWN, b, 16)
  // y grows downwards on the screen, which turns counter-clockwise round: swap two corners unless the matrix mirrors.
  const second: usize = flip ? 4 : 8, third: usize = flip ? 8 : 4
  for (let t = 0; t < count; t++) {
    const i = <usize>load<u32>(indices), j = <usize>load<u32>(indices + second), k = <usize>load<u32>(indices + third)
    const a = vertices + i * OUT_BYTES, b = vertices + j * OUT_BYTES, c = vertices + k * OUT_BYTES
    indices += 12
    if (FREE_CORNER + CORNERS_MOST * OUT_BYTES > CORNERS_END) drawBands(false)
    if (HEIGHTS) {
      const ha = load<f32>(HEIGHTS + (i << 2)), hb = load<f32>(HEIGHTS + (j << 2)), hc = load<f32>(HEIGHTS + (k << 2))
      if (ha < 0 || hb < 0 || hc < 0) {
        if (ha >= 0 || hb >= 0 || hc >= 0) aboveOnly(a, b, c, ha, hb, hc, near)
        continue
      }
    }
    clipped(a, b, c, near)
  }
}
