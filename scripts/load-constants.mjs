/**
 * V8 builds a constant vector anew wherever it is used, by two or three instructions that compete with the shuffles; a
 * load that repeats one number costs a single one on ports that are idle. Over whole frames that is 7 % of the time.
 */

/** Where the numbers lie. The compiler is told to begin its own data at `CONSTANTS_END`. */
const CONSTANTS_START = 1024;
export const CONSTANTS_END = 16384;
/** What a single instruction makes without a load. */
const FREE = new Set(['0x00000000', '0xffffffff']);
const CONSTANT = /^(\s*)v128\.const i32x4 (0x[0-9a-f]{8}) (0x[0-9a-f]{8}) (0x[0-9a-f]{8}) (0x[0-9a-f]{8})$/;

/** @param text A module in WebAssembly's text format, an instruction a line, without data below `CONSTANTS_END`. */
export function loadConstants(text) {
  const words = [];
  const places = new Map();
  const place = (lanes) => {
    const key = lanes.join(' ');
    if (!places.has(key)) {
      places.set(key, CONSTANTS_START + words.length * 4);
      words.push(...lanes);
    }
    return places.get(key);
  };
  const lines = text.split('\n').map((line) => {
    const found = CONSTANT.exec(line);
    if (!found) return line;
    const [, indent, first, ...others] = found;
    const isEven = others.every((lane) => lane === first);
    if (isEven && FREE.has(first)) return line;
    const at = isEven ? place([first]) : place([first, ...others]);
    return `${indent}i32.const ${at}\n${indent}${isEven ? 'v128.load32_splat' : 'v128.load align=4'}`;
  });
  if (CONSTANTS_START + words.length * 4 > CONSTANTS_END) throw new RangeError('too many constants for their table');
  const bytes = Buffer.from(Uint32Array.from(words, Number).buffer);
  const data = bytes.toString('hex').replace(/../g, '\\$&');
  const end = lines.lastIndexOf(')');
  return [...lines.slice(0, end), ` (data (i32.const ${CONSTANTS_START}) "${data}")`, ...lines.slice(end)].join('\n');
}
