/** Stained glass: pieces of one colour each, cut along the things and along a net, held by lead, lit from behind. */
import { add, sub, mul, mad, splat, lower, upper, toInt, hash } from './math'
import { FRAME, FW, FH, STRIDE, brightness, shares } from './easel'
import { I, Z } from './target'
import { pixelsAt, readPixels, tileAt, byteAt, RED, GREEN, BLUE } from './paint'
import { storeBytes } from './ink'

/** Slots of the table of pieces; 32 bytes each: key, sums of red, green, blue, count. */
const SLOTS: i32 = 32768, SLOT: i32 = 32

/**
 * The net, made once: which cell each pixel belongs to (16 bits a pixel), and how near its border is (a byte, 255 on it).
 * Cells lie round one point in each square of `pitch` pixels.
 */
export function leadNet(cells: usize, borders: usize, pitch: f32, width: f32): void {
  const ip: f32 = 1 / pitch, columns = <i32>(<f32>FW * ip) + 3
  for (let y = 0; y < FH; y++) for (let x = 0; x < FW; x += 4) {
    const fx = mul(add(splat(<f32>x), f32x4(.5, 1.5, 2.5, 3.5)), splat(ip)), fy = splat((<f32>y + .5) * ip), cx = f32x4.floor(fx), cy = f32x4.floor(fy)
    let d1 = splat(1e9), d2 = d1, id = i32x4.splat(0)
    for (let j = -1; j <= 1; j++) for (let i = -1; i <= 1; i++) {
      const gx = add(cx, splat(<f32>i)), gy = add(cy, splat(<f32>j)), ix = toInt(gx), iy = toInt(gy)
      const dx = sub(add(gx, mad(hash(ix, iy), splat(.84), splat(.08))), fx), dy = sub(add(gy, mad(hash(i32x4.add(ix, i32x4.splat(57)), iy), splat(.84), splat(.08))), fy), d = f32x4.sqrt(mad(dx, dx, mul(dy, dy)))
      const first = f32x4.lt(d, d1)
      d2 = lower(d2, v128.bitselect(d1, d, first))
      id = v128.bitselect(i32x4.add(i32x4.mul(i32x4.add(iy, i32x4.splat(1)), i32x4.splat(columns)), i32x4.add(ix, i32x4.splat(1))), id, first)
      d1 = lower(d1, d)
    }
    const o = <usize>(y * FW + x)
    storeBytes(borders + o, sub(splat(1), mul(sub(d2, d1), splat(pitch / (width * 2)))))
    for (let k: usize = 0; k < 4; k++) store<u16>(cells + ((o + k) << 1), <u16>(k == 0 ? i32x4.extract_lane(id, 0) : k == 1 ? i32x4.extract_lane(id, 1) : k == 2 ? i32x4.extract_lane(id, 2) : i32x4.extract_lane(id, 3)))
  }
}
function slotOf(table: usize, key: u32): usize {
  let at = (key * 2654435761) >> 17, p = table + <usize>at * SLOT, found = load<u32>(p)
  while (found != key && found != 0) { at = (at + 1) & (SLOTS - 1); p = table + <usize>at * SLOT; found = load<u32>(p) }
  store<u32>(p, key)
  return p
}
@inline function keyOf(o: usize, cell: u32): u32 {
  // What is of one material is one piece, of however many things it is made.
  const id = Z && load<f32>(Z + (o << 2)) > 0 ? (load<u32>(I + (o << 2)) >> 16) + 1 : 0
  return ((cell << 16) ^ (id * 40503 & 0xffff)) | 1
}
@inline function addTo(p: usize, pixel: u32): void { store<u32>(p, load<u32>(p, 4) + (pixel & 255), 4); store<u32>(p, load<u32>(p, 8) + ((pixel >> 8) & 255), 8); store<u32>(p, load<u32>(p, 12) + ((pixel >> 16) & 255), 12); store<u32>(p, load<u32>(p, 16) + 1, 16) }
/** Finds the pieces and their colours. `slots`: 16 bits a pixel. Pieces of less than `least` samples join their cell. */
export function glassPieces(cells: usize, table: usize, slots: usize, least: u32): void {
  memory.fill(table, 0, SLOTS * SLOT)
  let last: u32 = 0, piece: usize = table, whole: usize = table
  for (let y = 0; y < FH; y += 2) for (let x = 0; x < FW; x += 2) {
    const o = <usize>(y * FW + x), cell = <u32>load<u16>(cells + (o << 1)), key = keyOf(o, cell)
    if (key != last) { last = key; piece = slotOf(table, key); whole = slotOf(table, ((cell << 16) | 0) + 2) }
    const pixel = load<u32>(FRAME + (<usize>(y * STRIDE + x) << 2))
    addTo(piece, pixel); addTo(whole, pixel)
  }
  last = 0
  let at: u16 = 0
  for (let y = 0; y < FH; y++) for (let x = 0; x < FW; x++) {
    const o = <usize>(y * FW + x), cell = <u32>load<u16>(cells + (o << 1)), key = keyOf(o, cell)
    if (key != last) {
      last = key
      piece = slotOf(table, key)
      if (load<u32>(piece, 16) < least) piece = slotOf(table, ((cell << 16) | 0) + 2)
      at = <u16>((piece - table) / SLOT)
    }
    store<u16>(slots + (o << 1), at)
  }
}
/** Colours of the pieces, as bytes at the front of each slot's rest: full, deep, never grey. */
export function glassColors(table: usize, vivid: f32): void {
  for (let i = 0; i < SLOTS; i++) {
    const p = table + <usize>(i * SLOT), n = load<u32>(p, 16)
    if (!n) continue
    const k: f32 = 1 / (<f32>n * 255), h: f32 = <f32>((load<u32>(p) * 2246822519) >> 24) / 255
    let r = <f32>load<u32>(p, 4) * k, g = <f32>load<u32>(p, 8) * k, b = <f32>load<u32>(p, 12) * k
    const l: f32 = r * .3 + g * .59 + b * .11, most = max(r, max(g, b)), few = min(r, min(g, b)), grey: f32 = 1 - min<f32>(1, (most - few) * 4)
    // Grey glass is tinted: cool where it is dark, amber where it is light.
    r += grey * (l - .45) * .2; b += grey * (.5 - l) * .2
    const value: f32 = (.16 + l * .92) * (.84 + h * .32), s: f32 = vivid * (1 - .35 * l)
    r = value + (r - l) * s * 1.25; g = value + (g - l) * s * 1.25; b = value + (b - l) * s * 1.25
    store<f32>(p, r, 20); store<f32>(p, g, 24); store<f32>(p, b, 28)
  }
}
/** @param slots Which piece each pixel belongs to. @param half Half the width of the lead in pixels; 0: pieces meet without lead. */
export function glassFrame(table: usize, slots: usize, borders: usize, ripple: usize, half: i32): void {
  const row = <usize>FW << 1, far = <usize>half
  for (let y = 0; y < FH; y++) {
    const up = slots + <usize>max(0, y - half) * row, here = slots + <usize>y * row, down = slots + <usize>min(FH - 1, y + half) * row
    for (let x = 0; x < FW; x += 4) {
      const o = <usize>x << 1, own = v128.load64_zero(here + o)
      const left = v128.load64_zero(here + (<usize>max(0, x - half) << 1)), right = v128.load64_zero(here + (<usize>min(FW - 4, x + half) << 1)), above = v128.load64_zero(up + o), below = v128.load64_zero(down + o)
      const cut = v128.or(v128.or(i16x8.ne(own, left), i16x8.ne(own, right)), v128.or(i16x8.ne(own, above), i16x8.ne(own, below))), lead = i32x4.extend_low_i16x8_s(cut)
      let r = splat(0), g = r, b = r
      const s0 = table + <usize>i16x8.extract_lane_u(own, 0) * SLOT, s1 = table + <usize>i16x8.extract_lane_u(own, 1) * SLOT, s2 = table + <usize>i16x8.extract_lane_u(own, 2) * SLOT, s3 = table + <usize>i16x8.extract_lane_u(own, 3) * SLOT
      if (s0 == s3 && s0 == s1 && s0 == s2) { r = v128.load32_splat(s0 + 20); g = v128.load32_splat(s0 + 24); b = v128.load32_splat(s0 + 28) }
      else {
        r = f32x4(load<f32>(s0, 20), load<f32>(s1, 20), load<f32>(s2, 20), load<f32>(s3, 20)); g = f32x4(load<f32>(s0, 24), load<f32>(s1, 24), load<f32>(s2, 24), load<f32>(s3, 24)); b = f32x4(load<f32>(s0, 28), load<f32>(s1, 28), load<f32>(s2, 28), load<f32>(s3, 28))
      }
      const near = byteAt(borders, y, x), wave = sub(tileAt(ripple, y, x), splat(.5))
      // Old glass is uneven: it lets more light through where it is thin; dirt gathers along the lead.
      const p = pixelsAt(y, x)
      readPixels(p)
      const shade = brightness(RED, GREEN, BLUE), mean = brightness(r, g, b), k = add(mad(mul(near, near), splat(-.36), splat(1.08)), mad(wave, splat(.3), mul(sub(shade, mean), splat(.35)))), white = mul(upper(sub(wave, splat(.2)), splat(0)), splat(.5))
      r = mad(r, k, white); g = mad(g, k, white); b = mad(b, k, white)
      // A grey gleam down the middle of the lead.
      const sheen = mad(wave, splat(.06), splat(.045))
      v128.store(p, shares(v128.bitselect(sheen, r, lead), v128.bitselect(sheen, g, lead), v128.bitselect(mul(sheen, splat(1.15)), b, lead), v128.load(p)))
    }
  }
}
