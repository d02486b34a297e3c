/** What is done, and is the plural of something as well. */
const DOINGS =
  /^(?:bangs|barks|beats|bends|blows|bows|breaks|brushes|cheers|claps|clears|climbs|cracks|cries|crosses|crows|dances|drinks|drops|drums|falls|flashes|flies|hammers|hits|hugs|jumps|kicks|kisses|knocks|lands|laughs|lifts|lights|locks|looks|moves|paints|parks|passes|picks|plays|pops|pours|pulls|rains|rests|rides|rings|rises|roars|rocks|rolls|rows|runs|sails|screams|sets|shakes|shines|shouts|showers|skates|skis|sleeps|smiles|smokes|snaps|snores|snows|sparks|spins|splashes|stands|steams|steps|stops|storms|strikes|surfs|swings|thunders|turns|waits|walks|watches|waves|whistles|winks|works)$/i;
/** These, before a plural, are no one who could do anything. */
const NO_ONE =
  /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|more|many|few|some|several|all|both|of|with|and|or|the|an?|add|bring|show|give|golden|gold|silver|red|blue|green|yellow|white|black|big|large|small|tiny|little|bright|beautiful)$/;

/**
 * Tells verbs from the things that are called like them: in "it stops", "day breaks" and "the phone rings" no bus stop,
 * no tea break and no jewel comes in.
 * @param word As it stands in the prompt.
 */
export function isDoing(prompt: string, word: string): boolean {
  if (!DOINGS.test(word)) return false;
  const before = new RegExp(`([\\p{L}\\d'’-]+)\\s+${word}\\b`, 'iu').exec(prompt)?.[1];
  return before !== undefined && !NO_ONE.test(before.toLowerCase());
}
