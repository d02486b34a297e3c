import { familyOf } from '../actors/family.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { NounMeaning } from '../lexicon/meaning.ts';
import { isAnimateKind } from './mention.ts';
import type { Head, Phrase } from './phrase.ts';

/** Callings that beasts and machines take up in pictures. Whoever walks, trains or sells beasts is still a person. */
const CALLINGS =
  /^(?:knight|wizard|witch|samurai|pirate|detective|chef|cook|astronaut|butler|king|queen|prince|princess|warrior|soldier|doctor|nurse|teacher|monk|ninja|cowboy|captain|musician|barista|waiter|waitress|bartender|scientist|professor|general|judge|lawyer|magician|superhero|police officer|policeman|firefighter|viking|gentleman|businessman|businesswoman|guard|dj|pilot|sailor|painter|artist|poet|librarian|explorer|spy|gladiator|mechanic|surgeon|clown|ballerina|dancer|boxer|emperor|pharaoh|mage|sorcerer|archer|bandit|thief|mayor|postman|student|baker|drummer|guitarist|pianist|violinist|skater|surfer)s?$/;

/** A robot butler is a robot, and a chef dog a dog: the body is the beast's, the dress that of the calling. */
export function hybridOf(phrase: Phrase, head: Head, lexicon: Lexicon): [NounMeaning, Head] | undefined {
  const { noun } = head.meaning;
  if (noun === undefined) return undefined;
  const modifiers = phrase.attributes.toReversed();
  const nounOf = (word: string): NounMeaning | undefined => lexicon.look(word)?.meaning.noun;
  if (familyOf(noun.kind) !== 'person') {
    const calling = isAnimateKind(noun) ? modifiers.find((word) => CALLINGS.test(word)) : undefined;
    return calling === undefined ? undefined : [dressed(noun, nounOf(calling)), head];
  }
  if (!CALLINGS.test(head.english)) return undefined;
  for (const word of modifiers) {
    const body = nounOf(word);
    if (body === undefined || familyOf(body.kind) === 'person') continue;
    const isToy = /^(?:teddy bear|teddy)$/.test(word);
    if (isToy || isAnimateKind(body)) return [dressed(body, noun), { ...head, english: word, word }];
  }
  return undefined;
}

function dressed(body: NounMeaning, calling: NounMeaning | undefined): NounMeaning {
  const worn = (calling?.attributes ?? []).filter((look) => !/^(?:man|woman|boy|girl|old|young)$/.test(look));
  return { ...body, attributes: [...(body.attributes ?? []), ...worn] };
}
