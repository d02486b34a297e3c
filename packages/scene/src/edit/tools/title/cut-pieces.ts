import type { Picture } from '../../../vision/sight.ts';
import { type EditAssets, EditError } from '../../tool.ts';

/** What of a title is never broken: a word, an ideograph, an emoji. */
export interface TitlePiece {
  /** Letters, or the emoji as it was written. */
  readonly text: string;
  /** Of an emoji: its picture, square. */
  readonly picture?: Picture;
  /** Whether a space stands before it, where no new line begins. */
  readonly isSpaced: boolean;
}

/** A longer title is a text, and nobody reads a text that lies over a picture. */
const CHARACTERS_MAX = 300;
const LINES_MAX = 12;
/** Of scripts that are broken between any two letters. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]$/u;
/** What no line begins with: small kana, the long vowel, closing marks. */
const NEVER_FIRST = /^[ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー々、。，．！？：；」』）》〉】!?,.:;)\]”’…]$/u;
const OPENING = /[「『（《〈【([“‘]$/u;
/** A picture by itself, or a sign that asks for one; a plain ★ or → is a letter of the font. */
const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Regional_Indicator}{2}|[#*\d]\ufe0f?\u20e3)/u;

/**
 * Cuts a title into its lines as they were written, and those into pieces.
 * @throws {EditError} when it is too long, or when there is no font or picture for something in it.
 */
export function cutPieces(text: string, assets: EditAssets): readonly (readonly TitlePiece[])[] {
  const lines = text.split('\n').map((line) => line.replaceAll(/\s+/gu, ' ').trim());
  const written = lines.filter((line) => line !== '');
  const letters = [...written.join('')].length;
  if (letters > CHARACTERS_MAX || written.length > LINES_MAX) {
    throw new EditError(
      `The title has ${letters} characters on ${written.length} lines; ${CHARACTERS_MAX} on ${LINES_MAX} are the most. Shorten it.`,
    );
  }
  const missing = new Set<string>();
  const inked = new Map<string, boolean>();
  const isPaintable = (letter: string): boolean => {
    const known = inked.get(letter) ?? (/^[\x20-\x7e]$/u.test(letter) || isInked(letter, assets));
    inked.set(letter, known);
    return known;
  };
  const pieces = written.map((line) => cutLine(line, assets, isPaintable, missing));
  if (missing.size > 0) {
    const some = [...missing].slice(0, 12).join(' ');
    throw new EditError(
      `The title cannot be written: there is no font or picture for ${some}. Latin, Cyrillic and Greek letters, Japanese, and emoji can be written.`,
    );
  }
  return pieces;
}

function cutLine(
  line: string,
  assets: EditAssets,
  isPaintable: (letter: string) => boolean,
  missing: Set<string>,
): readonly TitlePiece[] {
  const pieces: TitlePiece[] = [];
  let isSpaced = false;
  let isJoined = false;
  for (const { segment: letter } of new Intl.Segmenter('en').segment(line)) {
    if (letter === ' ') {
      isSpaced = true;
      isJoined = false;
      continue;
    }
    const picture = EMOJI.test(letter) ? pictureOf(letter, assets) : undefined;
    const last = pieces.at(-1);
    if (picture) {
      pieces.push({ text: letter, picture, isSpaced });
      isJoined = false;
    } else {
      const plain = letter.replaceAll(/[\ufe0e\ufe0f\u200b-\u200d]/gu, '');
      if (plain === '') continue;
      if (!isPaintable(plain)) missing.add(letter);
      const isKept = NEVER_FIRST.test(plain) || OPENING.test(last?.text ?? '');
      const isGlued = !isSpaced && (isKept || (isJoined && !UNSPACED.test(plain)));
      if (last && isGlued && !last.picture) pieces[pieces.length - 1] = { ...last, text: last.text + plain };
      else pieces.push({ text: plain, isSpaced });
      // What follows an ideograph may stand on the next line.
      isJoined = !UNSPACED.test(plain);
    }
    isSpaced = false;
  }
  return pieces;
}

/** The picture of an emoji, by its code points; of a person of any colour, where this one is not there. */
function pictureOf(letter: string, assets: EditAssets): Picture | undefined {
  const keyOf = (text: string) => [...text].map((part) => part.codePointAt(0)!.toString(16).padStart(4, '0')).join('-');
  for (const form of [letter, letter.replaceAll('\ufe0f', ''), letter.replaceAll(/\p{Emoji_Modifier}/gu, '')]) {
    const picture = form === '' ? undefined : assets.paintThing(keyOf(form));
    if (picture) return picture;
  }
  return undefined;
}

function isInked(letter: string, assets: EditAssets): boolean {
  const { rgba } = assets.paintText(letter, { width: 48, height: 32, color: '#ffffff', font: 'sans' });
  for (let i = 3; i < rgba.length; i += 4) if (rgba[i]! > 24) return true;
  return false;
}
