import type { Caption } from '../scene.ts';
import type { Token } from './tokens.ts';

/** The picture as a printed thing: the words that name it, and what the reader makes of them. */
export interface Sheet {
  readonly from: number;
  readonly to: number;
  /** Takes the place of its words. */
  readonly instead: readonly Token[];
  /** Where its first line stands, if nothing else is told. */
  readonly place: Caption['place'];
}

const HEAD =
  /^(?:poster|flyer|leaflet|brochure|postcard|invitation|thumbnail|advert|advertisement|ad|cover|card|logo|emblem)$/;
const COVERED = /^(?:book|novel|album|magazine|record|cd|vinyl|comic|ebook|notebook|cookbook|single|ep)$/;
const CARDED =
  /^(?:birthday|greeting|christmas|valentine|valentine's|holiday|wedding|thank-you|easter|new-year|party)$/;
const JOINING =
  /^(?:on|in|of|with|at|by|next|beside|near|behind|under|above|over|holding|and|or|is|hanging|a|an|the|from|to|into|showing)$/;
/** A poster that has a place is a thing in the picture. */
const PLACED =
  /^(?:on|hanging|hung|hangs|pasted|taped|stuck|pinned|mounted|leaning|lying|lies|held|above|over|beside|behind|next|at|near|rolled|is|are|and)$/;
/** Posters of films are pictures like the films. */
const FILMED = /^(?:movie|film|cinema|horror|thriller|sci-fi|western|tv|theatrical)$/;
/** Brings its own style of poster: the table of styles knows it. */
const STYLED =
  /^(?:travel|propaganda|deco|nouveau|bauhaus|constructivist|swiss|gig|psychedelic|minimalist|minimal|flat)$/;
const LEADING =
  /^(?:of|for|about|showing|featuring|with|depicting|titled|entitled|design|art|illustration|style|artwork)$/;
const WORDS_MAX = 6;

/** Finds the words that make the whole picture a poster, a cover, a card: they open a sentence, and nothing places it. */
export function findSheet(tokens: readonly Token[]): Sheet | undefined {
  for (let from = 0; from < tokens.length; from++) {
    const previous = tokens[from - 1];
    if (previous !== undefined && previous.kind !== 'mark') continue;
    const sheet = sheetAt(tokens, from);
    if (sheet !== undefined) return sheet;
  }
  return undefined;
}

function sheetAt(tokens: readonly Token[], start: number): Sheet | undefined {
  let from = start;
  while (/^(?:design|create|make|generate|draw|a|an|the|me|please|front)$/.test(tokens[from]?.word ?? '')) from += 1;
  let head = from;
  while (head < from + WORDS_MAX && tokens[head]?.kind === 'word' && !HEAD.test(tokens[head]!.word)) {
    if (JOINING.test(tokens[head]!.word)) return undefined;
    head += 1;
  }
  const name = tokens[head];
  if (name?.kind !== 'word' || !HEAD.test(name.word)) return undefined;
  const kind = tokens[head - 1]?.word ?? '';
  if (name.word === 'cover' && !COVERED.test(kind)) return undefined;
  if (name.word === 'card' && !CARDED.test(kind)) return undefined;
  let to = head + 1;
  while (/^(?:design|art|illustration|artwork)$/.test(tokens[to]?.word ?? '')) to += 1;
  const next = tokens[to]?.word ?? '';
  if (
    tokens[to]?.kind === 'word' &&
    (PLACED.test(next) || (next === 'in' && !/^(?:the|style)$/.test(tokens[to + 1]?.word ?? '')))
  )
    return undefined;
  const looks = tokens.slice(from, head);
  const isGraphic = name.word === 'poster' && !looks.some(({ word }) => FILMED.test(word));
  const place = name.word === 'card' || name.word === 'postcard' ? 'bottom' : 'top';
  if (isGraphic) {
    const isStyled = looks.some(({ word }) => STYLED.test(word));
    const graphic: Token = { kind: 'word', text: 'graphic', word: 'graphic' };
    return { from, to, place, instead: [...looks, ...(isStyled ? [] : [graphic]), name] };
  }
  if (/^(?:logo|emblem)$/.test(name.word)) return logoAt(tokens, from, to);
  while (LEADING.test(tokens[to]?.word ?? '')) to += 1;
  const kept = looks.filter(({ word }) => !COVERED.test(word) && !FILMED.test(word));
  return { from, to, place, instead: name.word === 'card' ? [] : kept };
}

/** What stands for a trade in its emblem. */
const EMBLEMS: readonly (readonly [trade: RegExp, shown: string])[] = [
  [/^(?:coffee|cafe|café|espresso|roastery)$/, 'coffee cup'],
  [/^(?:bakery|bread)$/, 'croissant'],
  [/^(?:pizzeria|pizza)$/, 'pizza'],
  [/^(?:brewery|beer|pub|bar)$/, 'beer mug'],
  [/^(?:burger|diner)$/, 'burger'],
  [/^(?:sushi)$/, 'sushi'],
  [/^(?:patisserie|cupcake|cake|dessert)$/, 'cupcake'],
  [/^(?:tea)$/, 'teapot'],
  [/^(?:winery|wine)$/, 'wine bottle'],
  [/^(?:travel|airline|flight)$/, 'airplane'],
  [/^(?:space|rocket|startup|aerospace)$/, 'rocket'],
  [/^(?:pet|dog|vet|veterinary)$/, 'dog'],
  [/^(?:book|bookstore|bookshop|publisher|library)$/, 'book'],
  [/^(?:florist|flower|flowers)$/, 'flower'],
  [/^(?:music|guitar|record)$/, 'guitar'],
  [/^(?:garden|organic|eco|farm|nature|landscaping)$/, 'tree'],
  [/^(?:sailing|yacht|marine)$/, 'sailboat'],
  [/^(?:bike|cycling|bicycle)$/, 'bicycle'],
  [/^(?:photo|photography|photographer)$/, 'photo camera'],
  [/^(?:restaurant|kitchen|catering)$/, 'bowl of ramen'],
  [/^(?:jewelry|jewellery|jeweler)$/, 'diamond ring'],
  [/^(?:hotel|real|estate|construction)$/, 'house'],
  [/^(?:garage|car|taxi|auto)$/, 'car'],
  [/^(?:tech|software|ai|gaming|robotics)$/, 'robot'],
];

/** A logo is flat, on white: of what it shows, or of what stands for whom it is for. */
function logoAt(tokens: readonly Token[], from: number, end: number): Sheet {
  const flat = [',', 'flat', 'vector', 'illustration', ',', 'on', 'a', 'plain', 'white', 'background', '.'].map(
    (text): Token => ({ kind: text === ',' || text === '.' ? 'mark' : 'word', text, word: text }),
  );
  let to = end;
  if (tokens[to]?.word !== 'for') {
    while (LEADING.test(tokens[to]?.word ?? '')) to += 1;
    return { from, to, place: 'bottom', instead: flat };
  }
  let shown = 'star';
  for (
    ;
    tokens[to]?.kind === 'word' &&
    !/^(?:called|named|with|that|which|saying|reading|titled|featuring|showing)$/.test(tokens[to]!.word);
    to++
  ) {
    const found = EMBLEMS.find(([trade]) => trade.test(tokens[to]!.word))?.[1];
    if (found !== undefined && shown === 'star') shown = found;
  }
  const features =
    /^(?:featuring|showing|with)$/.test(tokens[to]?.word ?? '') &&
    tokens.slice(to, to + 5).every(({ kind }) => kind === 'word');
  if (features) return { from, to: to + 1, place: 'bottom', instead: flat };
  const words = ['a', ...shown.split(' ')].map((text): Token => ({ kind: 'word', text, word: text }));
  return { from, to, place: 'bottom', instead: [...flat, ...words, { kind: 'mark', text: ',', word: ',' }] };
}
