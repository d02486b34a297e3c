import type { LanguageTable } from './language-table.ts';
import { PORTUGUESE_NOUNS, PORTUGUESE_WORDS } from './portuguese-vocabulary.ts';

export const PORTUGUESE: LanguageTable = {
  code: 'pt',
  hints: 'o a os as um uma uns umas e em no na nos nas de do da dos das com sobre sob ao à sem perto é não',
  pluralEnding: /s$/,
  adjectivesFollow: true,
  forms: [
    [/ão$/, '', 'ões|ãos'],
    [/m$/, '', 'ns'],
    [/al$/, '', 'ais'],
    [/el$/, '', 'éis'],
    [/ol$/, '', 'óis'],
    [/(?<=[rz])$/, '', 'es'],
    [/(?<=[aeiouáéíóúâêô])$/, '', 's'],
  ],
  moreNouns: PORTUGUESE_NOUNS,
  moreWords: PORTUGUESE_WORDS,
  nouns: `
bread = pão
cow = vaca*
lion = leão, leões
park = parque*
cake = bolo*
house = casa*
cat = gato, gatos, gata, gatinho*
dog = cão, cães, cachorro*
bird = pássaro*, ave, aves
fox = raposa*
horse = cavalo*
fish = peixe*
turtle = tartaruga*
dragon = dragão, dragões
tree = árvore*
flower = flor, flores
sunflower = girassol, girassóis
woman = mulher*
man = homem, homens
girl = menina*, garota*
boy = menino*, garoto*
people = pessoas
child = criança*
knight = cavaleiro*
robot = robô*
car = carro*
bus = ônibus, autocarro
bicycle = bicicleta*
boat = barco*
sailboat = veleiro*
train = trem, comboio
airplane = avião
rocket = foguete*
balloon = balão, balões
hot air balloon = balão_de_ar_quente, balões_de_ar_quente
castle = castelo*
lighthouse = farol
tower = torre*
church = igreja*
bridge = ponte*
door = porta*
window = janela*
sofa = sofá*
table = mesa*
chair = cadeira*
lamp = lâmpada, candeeiro
candle = vela*
cup = xícara*, chávena*
vase = vaso*
sign = placa, letreiro
umbrella = guarda-chuva
mountain = montanha*
moon = lua
cloud = nuvem, nuvens
planet = planeta*
waterfall = cachoeira*, cascata*
fire = fogo, fogueira
fireworks = fogos_de_artifício
owl = coruja*
wolf = lobo*
apple = maçã*
book = livro*
astronaut = astronauta*`,
  words: `
red = vermelh*
blue = azul, azuis
green = verde*
yellow = amarel*
orange = laranja
white = branc*
black = pret*, negr*
gray = cinza*
brown = marrom, castanh*
pink = rosa, cor-de-rosa
purple = rox*
golden = dourad*
a = um, uma
the = o, os, as
and = e
with = com
without = sem
in = em, no, na, nos, nas, num, numa
at = ao, à
on = sobre, em_cima_de, em_cima_do
under = sob, debaixo_de, debaixo_do
behind = atrás_de, atrás_do, atrás_da
in front of = em_frente_a, em_frente_ao, em_frente_de, na_frente_de, diante_de
next to = ao_lado_de, ao_lado_do, ao_lado_da, perto_de, perto_do, à_beira_do
to the left of = à_esquerda_de, à_esquerda_do
to the right of = à_direita_de, à_direita_do
of = de, do, da, dos, das
two = dois, duas
three = três
four = quatro
five = cinco
small = pequen*
big = grande*
huge = enorme*
old = velh*
ancient = antig*
wooden = de_madeira
glowing = brilhante*
dark = escur*
street = rua*
city = cidade
village = vila, aldeia
forest = floresta
lake = lago
sea = mar, oceano
beach = praia
river = rio
field = campo
garden = jardim
room = sala, quarto
library = biblioteca
desert = deserto
sky = céu
space = espaço
stars = estrela*
underwater = debaixo_d'água
at night = noite, à_noite
sunset = pôr_do_sol, entardecer
sunrise = nascer_do_sol, amanhecer
dusk = crepúsculo, anoitecer
morning = manhã
rain = chuva
fog = nevoeiro, neblina
snow = neve
storm = tempestade
autumn = outono
winter = inverno
spring time = primavera
summer = verão
watercolor = aquarela
oil painting = pintura_a_óleo
stained glass = vitral
low poly = low_poly
pixel art = pixel_art
isometric = isométrico, isométrica
line art = arte_linear
charcoal drawing = carvão_vegetal, desenho_a_carvão
pencil sketch = esboço, desenho_a_lápis, a_lápis
ink wash = nanquim, aguada
impressionist painting = impressionista
pastel drawing = desenho_a_pastel
woodblock print = xilogravura
paper cut = papel_recortado
claymation = massinha, plasticina
comic book style = história_em_quadrinhos, quadrinhos
anime style = anime
vintage photo = foto_antiga, sépia
photorealistic = fotorrealista
cinematic = cinematográfico, cinematográfica
film noir = filme_noir
black and white photo = preto_e_branco
sitting = sentad*
standing = em_pé, de_pé
sleeping = dorme, dormindo
walks = caminha, andando, caminhando
runs = corre, correndo
flies = voa, voando, voam
swims = nada, nadando
dancing = dança, dançando
holding = segurando, segura
says = diz`,
};
