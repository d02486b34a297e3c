import type { EditLanguage } from './edit-language.ts';

export const ITALIAN: EditLanguage = {
  code: 'it',
  cues: /(?<!\p{L})(?:scriv\p{L}+|in basso|in alto|aggiung(?:i|ere)|mett(?:i|ere)|togli(?:ere)?|rimuov(?:i|ere)|elimina(?:re)?|cancella|sostituisc(?:i|a)|sostituire|cambia(?:re)? (?:il|lo|la|i)|trasforma(?:re)?|rendi(?:lo|la)?|fai|dai|sfondo|bianco e nero|al rallentatore|al contrario|stile|per favore|colora)(?!\p{L})/giu,
  split:
    /\s*[,;]\s*(?:e )?(?:poi )?|\s+e (?:poi )?(?=(?:aggiung|mett|togli|rimuov|elimin|cancell|sostitu|cambi|trasform|rend|fai|dai|scriv)\p{L}*\s)/giu,
  rules: [
    [/.*sfoca\p{L}*.*sfondo|sfondo sfocato/iu, 'blur the background'],
    [/^(?:rimuovi|togli|elimina|cancella)\p{L}*\s+lo sfondo/iu, 'remove the background'],
    [/^(?:sostituisci|cambia|rimpiazza)\p{L}*\s+lo sfondo\s+(?:con|in)\s+(.+)$/iu, 'replace the background with {1}'],
    [/^(?:togli|rimuovi|elimina|disattiva)\p{L}*\s+(?:il |la |l')?(?:suono|audio|musica|sonoro)|muto/iu, 'mute'],
    [
      /^aggiungi\p{L}*\s+(?:il |un |i )?(?:suono|suoni|rumore)\s+(?:di |della |del |dei |delle )(.+)$/iu,
      'add the sound of {1}',
    ],
    [/.*(?:al contrario|all'indietro)/iu, 'play it backwards'],
    [/.*(?:rallentatore|più lento|rallenta)/iu, 'slow motion'],
    [/.*(?:accelera|velocizza|più veloce)/iu, 'speed it up 2x'],
    [/.*(?:specchi|capovolgi)/iu, 'flip horizontally'],
    [/^(?:rimuovi|togli|elimina|cancella)\p{L}*\s+(.+)$/iu, 'remove {1}'],
    [
      /^(?:cambia|colora|rendi|dipingi|fai|trasforma)\p{L}*\s+(?:il colore (?:della |del |dei |di ))?(.+?)\s+(?:in |di )?((?:ross|blu|verd|giall|arancion|bianc|ner|grigi|marron|ros|viola|dorat|turches)\p{L}{0,3})$/iu,
      'make {1} {2}',
    ],
    [/^(?:dai|metti|aggiungi)\p{L}*\s+(.+?)\s+(?:alla |al |allo |all')(.+)$/iu, 'add {1} to the {2}'],
    [
      /^(?:aggiungi|metti|inserisci|posiziona)\p{L}*\s+(.+?)\s+(accanto al|accanto alla|accanto a|davanti al|davanti alla|dietro|sul|sulla|sopra|su|nel|nella|in)\s+(.+)$/iu,
      'add {1} {2} {3}',
    ],
    [/^(?:aggiungi|metti|inserisci)\p{L}*\s+(.+)$/iu, 'add {1}'],
  ],
  looks: `
black and white = bianco e nero
sepia = seppia
anime style = anime|manga
watercolor = acquerell
oil painting = olio|dipinto|quadro
pixel art = pixel
comic book style = fumett|cartone|cartoon
pencil sketch = schizzo|matita
claymation = plastilina
film noir = film noir
night = notte
day = di giorno|pieno giorno
sunset = tramonto
winter = inverno|invernale
autumn = autunn
spring time = primavera
summer = estate|estiv
vintage = vintage|retrò|vecchio film
warmer = più cald
cooler = più fredd
brighter = più (?:chiar|luminos)
darker = più scur
more vibrant = più vivac|colori vivaci
cinematic = cinematografic|cinema
rain = piov(?:ere|a|e)|pioggia
snow = nevic(?:are|hi|a|ata)|neve
fog = nebbia
thunderstorm = temporale|tempesta
sunny = soleggiat
falling leaves = foglie che cadono`,
  nouns: `
necklace = collana
sunglasses = occhiali da sole
glasses = occhiali
hat = cappello, berretto
crown = corona
earrings = orecchini
scarf = sciarpa
tie = cravatta
beard = barba
moustache = baffi
mask = maschera, mascherina
headphones = cuffie
flower crown = corona di fiori
balloon = palloncino
balloons = palloncini
woman = donna, signora
silver = argento, argentat*
golden = oro, dorat*
head = testa
hair = capelli
dress = vestito, abito
car = macchina, auto, automobile
sky = cielo
rainbow = arcobaleno
on = sul, sulla, sopra, su
next to = accanto a, accanto al, accanto alla
beach = spiaggia
waves = onde
birds = uccelli, uccellini
rain = pioggia
background = sfondo
from = dallo, dalla, dal
people = persone, gente`,
  adjectivesFollow: true,
};
