import type { EditLanguage } from './edit-language.ts';

export const PORTUGUESE: EditLanguage = {
  code: 'pt',
  cues: /(?<!\p{L})(?:escrev\p{L}+|embaixo|adicion(?:e|a|ar)|acrescent(?:e|a|ar)|coloqu(?:e)|coloca(?:r)?|ponha|põe|remov(?:a|e|er)|retir(?:e|a|ar)|apag(?:ue|a|ar)|substitu(?:a|i|ir)|mud(?:e|a|ar)|troqu(?:e)|transform(?:e|ar)|faça|fazer|faz|torne|dê|fundo|preto e branco|câmera lenta|câmara lenta|ao contrário|estilo|por favor|deixe)(?!\p{L})/giu,
  split:
    /\s*[,;]\s*(?:e )?(?:depois )?|\s+e (?:depois )?(?=(?:adicion|acrescent|coloqu|coloc|ponha|põe|remov|retir|apag|substitu|mud|troqu|transform|faça|faz|torne|dê|escrev)\p{L}*\s)/giu,
  rules: [
    [/.*desfo(?:que|ca)\p{L}*.*fundo|fundo desfocado/iu, 'blur the background'],
    [/^(?:remov|retir|apag)\p{L}*\s+o fundo/iu, 'remove the background'],
    [/^(?:substitu|mud|troqu|troc)\p{L}*\s+o fundo\s+(?:por|para|com)\s+(.+)$/iu, 'replace the background with {1}'],
    [/^(?:remov|retir|tir|silenci)\p{L}*\s+(?:o |a )?(?:som|áudio|música|vídeo)|^silenci|sem som/iu, 'mute'],
    [
      /^(?:adicion|acrescent|coloqu)\p{L}*\s+(?:o |um )?(?:som|sons|barulho)\s+(?:de |da |do |dos |das )(.+)$/iu,
      'add the sound of {1}',
    ],
    [/.*(?:ao contrário|de trás para (?:a )?frente|para trás)/iu, 'play it backwards'],
    [/.*(?:câm(?:e|a)ra lenta|mais lento|mais devagar)/iu, 'slow motion'],
    [/.*(?:aceler|mais rápido)/iu, 'speed it up 2x'],
    [/.*(?:espelh|inverta)/iu, 'flip horizontally'],
    [/^(?:remov|retir|apag|tir)\p{L}*\s+(.+)$/iu, 'remove {1}'],
    [
      /^(?:mud|pint|torn|deix|faç|faz|transform|troqu)\p{L}*\s+(?:a cor (?:da |do |dos |de ))?(.+?)\s+(?:para |de |em |ficar )?((?:vermelh|azul|azuis|verd|amarel|laranja|branc|pret|cinz|marrom|castanh|ros|cor-de-rosa|rox|violeta|dourad|turquesa)\p{L}{0,3})$/iu,
      'make {1} {2}',
    ],
    [/^dê\s+(.+?)\s+(?:à |ao |para a |para o )(.+)$/iu, 'add {1} to the {2}'],
    [
      /^(?:adicion|acrescent|coloqu|coloc|ponha|põe|insira)\p{L}*\s+(.+?)\s+(ao lado da|ao lado do|ao lado de|na frente da|atrás da|sobre|em cima da|em cima do|na|no|em|à|ao)\s+(.+)$/iu,
      'add {1} {2} {3}',
    ],
    [/^(?:adicion|acrescent|coloqu|coloc|ponha|põe|insira)\p{L}*\s+(.+)$/iu, 'add {1}'],
  ],
  looks: `
black and white = preto e branco
sepia = sépia
anime style = anime|mangá
watercolor = aquarela|aguarela
oil painting = óleo|pintura|quadro
pixel art = pixel
comic book style = quadrinhos|banda desenhada|desenho animado|cartoon
pencil sketch = esboço|lápis
claymation = massinha|plasticina
film noir = film noir
night = noite
day = de dia|pleno dia
sunset = pôr do sol|pôr-do-sol|entardecer
winter = inverno
autumn = outono
spring time = primavera
summer = verão
vintage = vintage|retrô|filme antigo
warmer = mais quente
cooler = mais fri
brighter = mais (?:clar|brilhante)
darker = mais escur
more vibrant = mais viv|cores vivas
cinematic = cinematográfic|cinema
rain = chov(?:er|a|endo)|chuva
snow = nev(?:ar|e|ando|ada)
fog = neblina|nevoeiro|névoa
thunderstorm = tempestade|trovoada
sunny = ensolarad
falling leaves = folhas caindo`,
  nouns: `
- = dela, dele, delas, deles
necklace = colar
sunglasses = óculos de sol, óculos escuros
glasses = óculos
hat = chapéu, boné, gorro
crown = coroa
earrings = brincos
scarf = cachecol, lenço
tie = gravata
beard = barba
moustache = bigode
mask = máscara
headphones = fones de ouvido
flower crown = coroa de flores
balloon = balão
balloons = balões
woman = mulher, senhora
silver = prata, pratead*
golden = ouro, dourad*
head = cabeça
hair = cabelo
dress = vestido
car = carro
sky = céu
rainbow = arco-íris
to = à, ao
on = na, no, em, sobre, em cima da, em cima do
next to = ao lado da, ao lado do, ao lado de
beach = praia
waves = ondas, mar
birds = pássaros
rain = chuva
background = fundo
people = pessoas`,
  adjectivesFollow: true,
};
