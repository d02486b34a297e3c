import type { EditLanguage } from './edit-language.ts';

export const SPANISH: EditLanguage = {
  code: 'es',
  cues: /(?<!\p{L})(?:escrib\p{L}+|abajo|arriba|añad(?:e|ir|a)|agreg(?:a|ar|ue)|pon(?:er|le|ga)?|quit(?:a|ar)|elimin(?:a|ar)|borr(?:a|ar)|reemplaz(?:a|ar)|cambi(?:a|ar) (?:el|la|los|las)|convierte|convertir|transform(?:a|ar)|haz|hacer que|dale|dar|fondo|blanco y negro|cámara lenta|al revés|estilo|por favor|coloc(?:a|ar))(?!\p{L})/giu,
  split:
    /\s*[,;]\s*(?:y )?(?:luego )?|\s+y (?:luego )?(?=(?:añad|agreg|pon|quit|elimin|borr|reemplaz|cambi|conv|transform|haz|dale|escrib)\p{L}*\s)/giu,
  rules: [
    [/.*(?:desenfoca|difumina)\p{L}*.*fondo|fondo (?:borroso|desenfocado)/iu, 'blur the background'],
    [/^(?:quita|elimina|borra)\p{L}*\s+el fondo/iu, 'remove the background'],
    [/^(?:reemplaza|cambia|sustituye)\p{L}*\s+el fondo\s+(?:por|con|a)\s+(.+)$/iu, 'replace the background with {1}'],
    [/^(?:quita|elimina|silencia)\p{L}*\s+(?:el |la )?(?:sonido|audio|música|vídeo|video)|^silenci/iu, 'mute'],
    [/^(?:añade|agrega|pon)\p{L}*\s+(?:el |un |los )?sonidos?\s+(?:de |del )(.+)$/iu, 'add the sound of {1}'],
    [/.*(?:al revés|hacia atrás|marcha atrás)/iu, 'play it backwards'],
    [/.*(?:cámara lenta|más lento|ralentiza)/iu, 'slow motion'],
    [/.*(?:acelera|más rápido)/iu, 'speed it up 2x'],
    [/.*(?:voltea|espejo)/iu, 'flip horizontally'],
    [/^(?:quita|elimina|borra)\p{L}*\s+(.+)$/iu, 'remove {1}'],
    [
      /^(?:cambia|pinta|haz|pon|vuelve|colorea|tiñe)\p{L}*\s+(?:el color (?:de la |del |de los |de ))?(.+?)\s+(?:a |de |en |sea )?((?:roj|azul|verd|amarill|naranja|blanc|negr|gris|marr|ros|morad|violeta|dorad|turquesa)\p{L}{0,3})$/iu,
      'make {1} {2}',
    ],
    [/^(?:ponle|dale)\s+(.+?)\s+(?:a la |al |a )(.+)$/iu, 'add {1} to the {2}'],
    [
      /^(?:añade|agrega|pon|coloca|dale|da)\p{L}*\s+(.+?)\s+(al lado de(?:l)?|junto a(?:l)?|delante de(?:l)?|detrás de(?:l)?|sobre|encima de(?:l)?|en|al|a)\s+(.+)$/iu,
      'add {1} {2} {3}',
    ],
    [/^(?:añade|agrega|pon|coloca)\p{L}*\s+(.+)$/iu, 'add {1}'],
  ],
  looks: `
black and white = blanco y negro
sepia = sepia
anime style = anime|manga
watercolor = acuarela
oil painting = óleo|pintura|cuadro
pixel art = pixel|píxel
comic book style = cómic|comic|dibujos? animados?|caricatura|historieta
pencil sketch = boceto|dibujo a lápiz|lápiz
claymation = plastilina
film noir = cine negro
night = noche
day = de día|pleno día
sunset = atardecer|puesta de sol|ocaso
winter = invierno
autumn = otoño
spring time = primavera
summer = verano
vintage = vintage|retro|película antigua
warmer = más cálid
cooler = más frí
brighter = más (?:claro|brillante|luminos)
darker = más oscur
more vibrant = más viv|colores vivos
cinematic = cinematográfic|cine(?!\\s*negro)
rain = llov(?:er|iendo)|lluvia|llueva|llueve
snow = nev(?:ar|ando|ada)|nieve|nieva
fog = niebla|neblina
thunderstorm = tormenta
sunny = solead
falling leaves = hojas cayendo`,
  nouns: `
necklace = collar
sunglasses = gafas de sol, lentes de sol
glasses = gafas, lentes
hat = sombrero, gorra, gorro
crown = corona
earrings = pendientes, aretes
scarf = bufanda
tie = corbata
beard = barba
moustache = bigote
mask = máscara, mascarilla
headphones = auriculares
flower crown = corona de flores
balloon = globo
balloons = globos
woman = mujer, señora
silver = plata, plateado*
golden = oro, dorad*
head = cabeza
hair = pelo, cabello
dress = vestido
car = coche, carro, auto
sky = cielo
rainbow = arcoíris, arco iris
to = a, al, a la
on = sobre, en, encima de, encima del
next to = al lado de, al lado del, junto a, junto al
beach = playa
waves = olas, mar
birds = pájaros, aves
rain = lluvia
red = roj*
blue = azul*
green = verd*
yellow = amarill*
background = fondo
people = gente, personas`,
  adjectivesFollow: true,
};
