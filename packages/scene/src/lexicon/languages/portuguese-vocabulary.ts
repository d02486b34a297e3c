/** Nouns and words in the lines of a language table, several to a line. */
export const PORTUGUESE_NOUNS = `
duck = pato; duckling = patinho; parrot = papagaio, arara; swan = cisne; goose = ganso; chicken = galinha
rooster = galo; chick = pintinho; penguin = pinguim; eagle = águia; crow = corvo; seagull = gaivota
pigeon = pombo, pomba; stork = cegonha; flamingo = flamingo; peacock = pavão; hummingbird = beija-flor
donkey = burro, jumento; goat = cabra, bode; lamb = cordeiro; sheep = ovelha; pig = porco; cow = vaca; bull = touro
deer = veado, cervo; reindeer = rena; squirrel = esquilo; hedgehog = ouriço; mouse = rato, camundongo; tiger = tigre
lion = leão, leoa; leopard = leopardo, guepardo, onça; elephant = elefante; giraffe = girafa; zebra = zebra
hippo = hipopótamo; rhino = rinoceronte; monkey = macaco; gorilla = gorila; kangaroo = canguru; camel = camelo
panda = panda; polar bear = urso_polar; bear = urso; wolf = lobo; fox = raposa; rabbit = coelho, lebre
frog = sapo, rã; snake = cobra, serpente; crocodile = crocodilo, jacaré; lizard = lagarto; dolphin = golfinho
whale = baleia; shark = tubarão; octopus = polvo; jellyfish = água-viva, medusa; crab = caranguejo; seal = foca
bee = abelha; spider = aranha; butterfly = borboleta; dinosaur = dinossauro; unicorn = unicórnio; mermaid = sereia
ghost = fantasma; alien = alienígena; monster = monstro; fairy = fada; witch = bruxa; wizard = mago, feiticeiro
knight = cavaleiro; king = rei; queen = rainha; prince = príncipe; princess = princesa; pirate = pirata
samurai = samurai; soldier = soldado; police officer = policial, polícia; firefighter = bombeiro
doctor = médico, médica; nurse = enfermeira; teacher = professor, professora; student = estudante, aluno
chef = cozinheiro, cozinheira; baker = padeiro; waiter = garçom, garçonete; farmer = fazendeiro, agricultor
fisherman = pescador; scientist = cientista; artist = artista; painter = pintor, pintora; musician = músico
singer = cantor, cantora; dancer = dançarino, dançarina; ballerina = bailarina; clown = palhaço; monk = monge
cowboy = caubói; shepherd = pastor; sailor = marinheiro; diver = mergulhador; surfer = surfista; skier = esquiador
runner = corredor; cyclist = ciclista; football player = jogador_de_futebol; baby = bebê, bebé
grandmother = avó, vovó; grandfather = avô, vovô; mother = mãe; father = pai; couple = casal; family = família
crowd = multidão; old man = homem_idoso; old woman = idosa, velhinha; house = casa, cabana; skyscraper = arranha-céu
building = prédio, edifício; palace = palácio; cathedral = catedral; church = igreja, capela; temple = templo
mosque = mesquita; windmill = moinho, moinho_de_vento; pyramid = pirâmide; barn = celeiro; tent = barraca, tenda
fence = cerca; fountain = fonte, chafariz; statue = estátua; motorcycle = moto, motocicleta; scooter = lambreta
truck = caminhão, camião; taxi = táxi; tram = bonde, elétrico; tractor = trator; helicopter = helicóptero
spaceship = nave_espacial, espaçonave; ufo = ovni, disco_voador; submarine = submarino; canoe = canoa, caiaque
pirate ship = navio_pirata; ship = navio; fishing boat = barco_de_pesca; skateboard = skate; sled = trenó
guitar = violão, guitarra; piano = piano; violin = violino; drum = tambor, bateria; flute = flauta
trumpet = trompete; saxophone = saxofone; book = livro; newspaper = jornal; letter = carta; clock = relógio
computer = computador; laptop = notebook; camera = câmera; telescope = telescópio; sword = espada; crown = coroa
treasure chest = baú_do_tesouro; box = caixa; basket = cesta, cesto; bottle = garrafa; glass = copo, taça
plate = prato; bowl = tigela; teapot = bule; bed = cama; armchair = poltrona; desk = escrivaninha
bookshelf = estante; bench = banco; carpet = tapete; mirror = espelho; lantern = lanterna; fireplace = lareira
campfire = fogueira; candle = vela; kite = pipa; flag = bandeira; gift = presente
sandcastle = castelo_de_areia; teddy bear = ursinho_de_pelúcia, ursinho; snowman = boneco_de_neige, boneco_de_neve; christmas tree = árvore_de_natal
pumpkin = abóbora; shoe = sapato, tênis, bota; hat = chapéu; dress = vestido; coat = casaco; scarf = cachecol
suit = terno; kimono = quimono; pizza = pizza; bread = pão, pães; cheese = queijo; cake = bolo
ice cream = sorvete, gelado; coffee = cafezinho; tea = chá; wine = vinho; soup = sopa; apple = maçã
orange fruit = uma_laranja; lemon = limão; banana = banana; strawberry = morango; cherry = cereja; grapes = uvas
watermelon = melancia; fruit = fruta; rose = rosa_vermelha; tulip = tulipa; sunflower = girassol; daisy = margarida
lotus = lótus; cactus = cacto; mushroom = cogumelo; palm tree = palmeira; pine tree = pinheiro; oak = carvalho
tree = árvore; bush = arbusto; rock = rocha, pedra; crystal = cristal; sun = sol; rainbow = arco-íris; comet = cometa
lightning = relâmpago, raio
palm tree = coqueiro, palmeira; palm trees = coqueiros, palmeiras`;

export const PORTUGUESE_WORDS = `
pond = lagoa, lago_pequeno; rooftop = telhado, telhados; road = estrada, caminho; highway = rodovia, autoestrada
plaza = praça; alley = beco, viela; street = rua, ruas, avenida; old town = centro_histórico, cidade_antiga
jungle = selva, floresta_tropical; waterfall = cachoeira, cascata; cave = caverna, gruta; volcano = vulcão
lava = lava; kitchen = cozinha; bedroom = quarto, quarto_de_dormir; living room = sala_de_estar; bathroom = banheiro
coffee shop = cafeteria, restaurante, bar; office = escritório; classroom = sala_de_aula; school = escola
stage = palco; market = mercado, feira; harbour = porto; pier = cais; train station = estação_de_trem, estação
stadium = estádio; ruins = ruínas; bridge = ponte, pontes; farm = fazenda, quinta; village = vilarejo, aldeia, vila
savanna = savana; canyon = cânion, desfiladeiro; valley = vale; swamp = pântano; island = ilha, ilhas
iceberg = iceberg; glacier = geleira; arctic = ártico, antártida; meadow = prado, campina; grass = grama, relva
hill = colina, colinas, morro; orchard = pomar; vineyard = vinhedo, vinha; spaceship interior = cabine_da_nave
laboratory = laboratório; factory = fábrica; workshop = oficina; museum = museu; ballroom = salão_de_baile
hospital = hospital; bakery = padaria; shop = loja; park = parque; playground = parquinho; garden = jardim, quintal
greenhouse = estufa; forest = floresta, bosque, mata; bamboo forest = floresta_de_bambu; field = campo, campos
wheat field = campo_de_trigo, trigal; sunflower field = campo_de_girassóis; lavender field = campo_de_lavanda
rice field = arrozal; desert = deserto, dunas; oasis = oásis; sea = oceano, ondas; beach = praia, praias
coast = costa, litoral; cliff = penhasco, falésia; lake = lago, lagos; river = rio, rios, riacho; canal = canal
mountains = montanhas, serra; snowy mountains = montanhas_nevadas; city = cidade, cidades; skyline = skyline
futuristic city = cidade_futurista; paris = paris; london = londres; new york = nova_york, nova_iorque
tokyo = tóquio; venice = veneza; rome = roma; berlin = berlim; moscow = moscou; shanghai = xangai; beijing = pequim
cairo = cairo; mumbai = mumbai; eiffel tower = torre_eiffel; great wall of china = grande_muralha_da_china
on the moon = na_lua; mars = em_marte, marte; space = espaço, galáxia; starry sky = céu_estrelado
northern lights = aurora_boreal; underwater = debaixo_d'água, fundo_do_mar, debaixo_da_água
coral reef = recife_de_coral, corais; castle = castelo, castelos; throne room = sala_do_trono; library = biblioteca
treasure map = mapa_do_tesouro; airport = aeroporto; campsite = acampamento; sky = céu
above the clouds = acima_das_nuvens; temple ruins = ruínas_de_um_templo; puddles = poça, poças
swimming pool = piscina; small = pequen*; big = grande*; huge = enorme*, gigante*, gigantesc*; tiny = minúscul*
young = jovem, jovens; old = velh*, idos*; ancient = antig*; new = nov*; modern = modern*; futuristic = futurist*
medieval = medieval, medievais; wooden = de_madeira; stone = de_pedra; glass made = de_vidro
golden = dourad*, de_ouro; silver = pratead*; red = vermelh*; blue = azul, azuis; turquoise = turquesa
green = verde*; pink = rosa, cor-de-rosa; purple = rox*, lilás; beige = bege; colorful = colorid*
glowing = brilhante*, luminos*; bright = clar*; dark = escur*, sombri*; snowy = nevad*, coberta_de_neve
frozen = congelad*; wet = molhad*; foggy = nebulos*, enevoad*; rainy = chuvos*; sunny = ensolarad*
happy = feliz, felizes, alegre*, sorridente*; sad = triste*; lonely = solitári*; angry = zangad*, furios*
cute = fof*, lind*; beautiful = bel*, bonit*; abandoned = abandonad*; magical = mágic*, encantad*
mysterious = misterios*; tropical = tropical, tropicais; round = redond*; long = long*, comprid*; striped = listrad*
white = branc*; black = pret*, negr*; yellow = amarel*; orange = alaranjad*, laranja
brown = marrom, marrons, castanh*; gray = cinza*, cinzent*; sitting = sentad*, senta; standing = em_pé, de_pé, parad*
lying = deitad*; sleeping = dorme, dormem, dormindo
walking = caminha, caminham, caminhando, anda, andando, passeia, passeando; running = corre, correm, correndo
flying = voa, voam, voando, sobrevoa, sobrevoando; swimming = nada, nadam, nadando; diving = mergulha, mergulhando
dancing = dança, dançam, dançando; jumping = salta, pula, pulando, saltando
playing = brinca, brincam, brincando, joga, jogando, toca, tocando
playing football = joga_futebol, jogando_futebol, jogam_futebol; reading = lê, lendo; writing = escreve, escrevendo
painting a = pinta, pintando; eating = come, comem, comendo; drinking = bebe, bebem, bebendo
cooking = cozinhando, cozinham; baking = assa, assando; singing = canta, cantam, cantando; laughing = ri, rindo
smiling = sorri, sorrindo; crying = chora, chorando; waving = acena, acenando; driving = dirige, dirigindo
riding = monta, montando, cavalga, cavalgando, anda_de, andando_de, pedalando
sailing = navega, navegam, navegando, veleja; floating = flutua, flutuam, flutuando; falling = cai, caem, caindo
rising = sobe, se_ergue; climbing = escala, escalando, sobe_em; fighting = luta, lutam, lutando
chasing = persegue, perseguindo; holding = segura, segurando
wearing = veste, vestindo, usa, usando, vestida_de, vestido_de; looking at = olha, olham, olhando, observa
kissing = beija, se_beijam, beijando; fishing = pesca, pescando; working = trabalha, trabalham, trabalhando
skiing = esquia, esquiando; surfing = surfa, surfando; grazing = pastam, pastando
burning = queima, queimando, em_chamas; erupting = em_erupção; blooming = florid*, em_flor
launching = decola, decolando; spinning = gira, giram, girando; waiting = espera, esperam, esperando
full moon = lua_cheia; at night = à_noite, de_noite, noite, meia-noite; sunset = pôr_do_sol, pôr-do-sol, entardecer
sunrise = nascer_do_sol, amanhecer; dawn = madrugada, alvorada; morning = manhã, de_manhã; noon = meio-dia
afternoon = tarde; dusk = crepúsculo, anoitecer; golden hour = hora_dourada; sunlight = luz_do_sol, luz_solar
moonlight = luar, luz_da_lua; candlelight = luz_de_velas; rain = chuva, chove, chovendo
fog = nevoeiro, neblina, névoa, bruma; snow = neve; snowing = nevando, neva; storm = tempestade
thunderstorm = trovoada; windy = vento, ventos*; autumn = outono; winter = inverno; spring time = primavera
summer = verão; autumn leaves = folhas_de_outono; cherry blossoms = cerejeiras_em_flor; watercolor = aquarela
oil painting = pintura_a_óleo, óleo_sobre_tela; pencil sketch = esboço, desenho_a_lápis
pixel art = pixel_art, arte_em_pixel; anime style = estilo_anime, mangá
comic book style = estilo_de_quadrinhos, história_em_quadrinhos; 3d render = renderização_3d
photorealistic = fotorrealista*; cinematic = cinematográfic*
black and white photo = preto_e_branco, em_preto_e_branco; cyberpunk = cyberpunk; ink wash = pintura_com_tinta
children's book illustration = ilustração_de_livro_infantil; close up = close, plano_fechado
wide shot = plano_aberto, plano_geral; aerial shot = vista_aérea, tomada_aérea; slow motion = câmera_lenta
time lapse = time-lapse; portrait of = retrato_de; in the background = ao_fundo, no_fundo
in the foreground = em_primeiro_plano; surrounded by = cercado_de, cercada_de, rodeado_de; two = dois, duas
three = três; four = quatro; five = cinco; six = seis; seven = sete; eight = oito; nine = nove; ten = dez
twelve = doze; many = muitos, muitas; a few = vários, várias, alguns, algumas; behind = atrás_de, atrás_do, atrás_da
between = entre; through = através_de, pelo, pela, por; over = acima_de, acima_do
next to = ao_lado_de, ao_lado_do, ao_lado_da, perto_de, perto_do, perto_da, junto_a
in front of = em_frente_a, em_frente_ao, em_frente_à, na_frente_de, diante_de, diante_do
along = ao_longo_de, ao_longo_do; tall = alto, alta, altos, altas; neon = neon; sunglasses = óculos_de_sol
glasses = óculos; beard = barba; ball = bola; sea = mar; in = dentro_de, dentro_do, dentro_da
umbrella = guarda-chuva; cheerful = alegre; four = quatro; many = muitas; japanese = japonês, japonesa; bus = ônibus
riding a bicycle = de_bicicleta; hair = cabelo, cabelos; eyes = olhos; leaf = folha; leaves = folhas
broom = vassoura; crossing = atravessando, atravessa, cruzando
steam train = trem_a_vapor, maria-fumaça, locomotiva_a_vapor; stone bridge = ponte_de_pedra; feeding = alimentando
the camera follows = a_câmera_segue, a_câmera_acompanha, a_câmara_segue; the camera pushes in = a_câmera_se_aproxima; the camera pulls back = a_câmera_se_afasta
the camera orbits around = a_câmera_gira_em_torno, a_câmera_gira_ao_redor; soft music = música_suave; piano music = música_de_piano; no music = sem_música; slow motion = câmera_lenta, em_câmera_lenta
snowing = flocos_de_neve, está_nevando; stack of = pilha_de, monte_de`;
