/** Nouns and words in the lines of a language table, several to a line. */
export const ITALIAN_NOUNS = `
duck = anatra; duckling = anatroccolo; parrot = pappagallo; swan = cigno; goose = oca; chicken = gallina, pollo
chickens = polli; rooster = gallo; chick = pulcino; penguin = pinguino; eagle = aquila; crow = corvo
seagull = gabbiano; pigeon = piccione; stork = cicogna; flamingo = fenicottero; peacock = pavone
hummingbird = colibrì; donkey = asino; goat = capra; lamb = agnello; sheep = pecora; pig = maiale; cow = mucca
cows = mucche; bull = toro; deer = cervo; reindeer = renna; squirrel = scoiattolo; hedgehog = riccio
mouse = topo, topolino; tiger = tigre; lion = leone, leonessa; leopard = leopardo, ghepardo; elephant = elefante
giraffe = giraffa; zebra = zebra; hippo = ippopotamo; rhino = rinoceronte; monkey = scimmia; gorilla = gorilla
kangaroo = canguro; camel = cammello, dromedario; panda = panda; polar bear = orso_polare; bear = orso; bears = orsi
wolf = lupo; fox = volpe; foxes = volpi; rabbit = coniglio, lepre; frog = rana; snake = serpente
crocodile = coccodrillo; lizard = lucertola; dolphin = delfino; whale = balena; shark = squalo; octopus = polpo
jellyfish = medusa; crab = granchio; seal = foca; bee = ape; bees = api; spider = ragno; butterfly = farfalla
dinosaur = dinosauro; unicorn = unicorno; mermaid = sirena; ghost = fantasma; alien = alieno; monster = mostro
fairy = fata; witch = strega; wizard = mago; knight = cavaliere; king = re; queen = regina; prince = principe
princess = principessa; pirate = pirata; pirates = pirati; samurai = samurai; soldier = soldato
police officer = poliziotto; firefighter = pompiere; doctor = medico, dottore; nurse = infermiera
teacher = insegnante, maestra, maestro; student = studente, studentessa; chef = cuoco, cuoca; baker = fornaio
waiter = cameriere, cameriera; farmer = contadino, agricoltore; fisherman = pescatore
scientist = scienziato, scienziata; artist = artista; painter = pittore, pittrice; musician = musicista
singer = cantante; dancer = ballerino; ballerina = ballerina; clown = pagliaccio; monk = monaco; cowboy = cowboy
shepherd = pastore; sailor = marinaio; diver = subacqueo; surfer = surfista; skier = sciatore; runner = corridore
cyclist = ciclista; football player = calciatore; baby = neonato, bebè; grandmother = nonna; grandfather = nonno
mother = madre, mamma; father = padre, papà; couple = coppia; family = famiglia; crowd = folla
old man = anziano, vecchio_uomo; old woman = anziana; house = casa, capanna, baita; skyscraper = grattacielo
building = edificio, palazzo; palace = palazzo_reale; cathedral = cattedrale, duomo; church = chiesa, cappella
temple = tempio; mosque = moschea; windmill = mulino, mulino_a_vento; pyramid = piramide; barn = fienile
tent = tenda; fence = recinto, staccionata; fountain = fontana; statue = statua; motorcycle = moto, motocicletta
scooter = vespa, motorino; truck = camion; taxi = taxi; tram = tram; tractor = trattore; helicopter = elicottero
spaceship = astronave, navicella_spaziale; ufo = ufo, disco_volante; submarine = sottomarino; canoe = canoa, kayak
pirate ship = nave_pirata; ship = nave, navi; fishing boat = peschereccio; skateboard = skateboard; sled = slitta
guitar = chitarra; piano = pianoforte; violin = violino; drum = tamburo, batteria; flute = flauto; trumpet = tromba
saxophone = sassofono; book = libro; newspaper = giornale; letter = lettera; clock = orologio; computer = computer
laptop = portatile; camera = macchina_fotografica; telescope = telescopio; sword = spada; crown = corona
treasure chest = forziere; box = scatola; basket = cesto, cestino; bottle = bottiglia; glass = bicchiere, calice
plate = piatto; bowl = ciotola, scodella; teapot = teiera; bed = letto; armchair = poltrona; desk = scrivania
bookshelf = libreria, scaffale; bench = panchina; carpet = tappeto; mirror = specchio; lantern = lanterna
fireplace = camino, caminetto; campfire = falò; candle = candela; kite = aquilone; flag = bandiera; gift = regalo
teddy bear = orsacchiotto; sandcastle = castello_di_sabbia; snowman = pupazzo_di_neve; christmas tree = albero_di_natale; pumpkin = zucca
shoe = scarpa, stivale; hat = cappello; dress = vestito, abito; coat = cappotto, giacca; scarf = sciarpa
kimono = kimono; pizza = pizza; bread = pane; cheese = formaggio; cake = torta; ice cream = gelato; coffee = caffè
tea = tè; wine = vino; soup = zuppa, minestra; apple = mela; orange fruit = arancia; lemon = limone; banana = banana
strawberry = fragola; cherry = ciliegia; grapes = uva; watermelon = anguria, cocomero; fruit = frutta
rose = rosa_rossa; tulip = tulipano; sunflower = girasole; daisy = margherita; lotus = loto, ninfea; cactus = cactus
mushroom = fungo; palm tree = palma; pine tree = pino, abete; oak = quercia; tree = albero; bush = cespuglio
rock = roccia, pietra; crystal = cristallo; sun = sole; rainbow = arcobaleno; comet = cometa
lightning = fulmine, lampo`;

export const ITALIAN_WORDS = `
pond = stagno, laghetto; rooftop = tetto, tetti; road = sentiero, strada_di_campagna; highway = autostrada
plaza = piazza; alley = vicolo; street = via, strada; old town = centro_storico, città_vecchia
jungle = giungla, foresta_pluviale; waterfall = cascata; cave = grotta, caverna; volcano = vulcano; lava = lava
kitchen = cucina; bedroom = camera_da_letto, cameretta; living room = salotto, soggiorno; bathroom = bagno
coffee shop = caffè_del_centro, bar, ristorante; office = ufficio; classroom = aula, classe; school = scuola
stage = palco, palcoscenico; market = mercato, bazar; harbour = porto; pier = molo, pontile
train station = stazione, stazione_ferroviaria; stadium = stadio; ruins = rovine, ruderi; bridge = ponte, ponti
farm = fattoria; village = paese, villaggio; savanna = savana; canyon = canyon, gola; valley = valle, valli
swamp = palude; island = isola, isole; iceberg = iceberg; glacier = ghiacciaio; arctic = artico, antartide
meadow = prato, prati; grass = erba; hill = collina, colline; orchard = frutteto; vineyard = vigneto, vigna, vigneti
spaceship interior = cabina_di_pilotaggio; laboratory = laboratorio; factory = fabbrica; workshop = officina, bottega
museum = museo; ballroom = sala_da_ballo; hallway = corridoio; hospital = ospedale; bakery = panetteria, panificio
shop = negozio; park = parco; playground = parco_giochi; garden = giardino, cortile; greenhouse = serra
forest = bosco, boschi, foresta; bamboo forest = foresta_di_bambù; field = campo, campi; wheat field = campo_di_grano
sunflower field = campo_di_girasoli; lavender field = campo_di_lavanda; rice field = risaia; desert = deserto, dune
oasis = oasi; sea = mare, oceano, onde, onda; beach = spiaggia, spiagge; coast = costa, litorale
cliff = scogliera, dirupo; lake = lago, laghi; river = fiume, fiumi, ruscello; canal = canale, canali
mountains = montagne, alpi, dolomiti; snowy mountains = montagne_innevate; city = città, metropoli; skyline = skyline
futuristic city = città_futuristica; paris = parigi; london = londra; new york = new_york; tokyo = tokyo
venice = venezia; rome = roma; berlin = berlino; moscow = mosca; shanghai = shanghai; beijing = pechino
cairo = il_cairo; mumbai = mumbai; eiffel tower = torre_eiffel, tour_eiffel; great wall of china = grande_muraglia
on the moon = sulla_luna; mars = su_marte, marte; space = spazio, galassia; starry sky = cielo_stellato
northern lights = aurora_boreale; underwater = sott'acqua, fondo_del_mare; coral reef = barriera_corallina
castle = castello, castelli; throne room = sala_del_trono; library = biblioteca; treasure map = mappa_del_tesoro
airport = aeroporto; campsite = campeggio; sky = cielo; above the clouds = sopra_le_nuvole
temple ruins = rovine_di_un_tempio; puddles = pozzanghera, pozzanghere; swimming pool = piscina; small = piccol*
big = grande, grandi; huge = enorme, enormi, gigante, gigantesc*; tiny = minuscol*, piccolissim*; young = giovan*
old = vecchi*, anzian*; ancient = antic*; new = nuov*; modern = modern*; futuristic = futuristic*
medieval = medieval*; wooden = di_legno, in_legno; stone = di_pietra, in_pietra; glass made = di_vetro
golden = dorat*, d'oro; silver = argentat*, d'argento; red = ross*; blue = blu, azzurr*, celeste, celesti
turquoise = turchese; green = verde, verdi; pink = rosa; purple = viola, lilla; beige = beige
colorful = colorat*, variopint*; glowing = luminos*, brillant*; bright = chiar*; dark = scur*, buio, buia
snowy = innevat*; frozen = ghiacciat*, congelat*; wet = bagnat*; foggy = nebbios*; rainy = piovos*
sunny = soleggiat*, assolat*; happy = felic*, allegr*, sorridente*; sad = trist*; lonely = solitari*
angry = arrabbiat*, furios*; cute = carin*, adorabil*; beautiful = bell*; abandoned = abbandonat*
magical = magic*, incantat*; mysterious = misterios*; tropical = tropical*; round = rotond*; long = lung*
striped = a_righe; white = bianc*; black = nero, nera, neri, nere; yellow = giall*; orange = arancion*
brown = marron*; gray = grigi*; sitting = sedut*, siede, siedono; standing = in_piedi, sta_in_piedi
lying = sdraiat*, distes*; sleeping = dorme, dormono, addormentat*
walking = cammina, camminano, camminando, passeggia, passeggiano, che_cammina
running = corre, corrono, correndo, che_corre; flying = vola, volano, volando, che_vola
swimming = nuota, nuotano, nuotando; diving = si_immerge
dancing = balla, ballano, ballando, danza, danzano, che_balla; jumping = salta, saltano, saltando
playing = gioca, giocano, giocando, suona, suonano, suonando, che_suona
playing football = gioca_a_calcio, giocano_a_calcio, giocando_a_calcio; reading = legge, leggono, leggendo, che_legge
writing = scrive, scrivendo; painting a = dipinge, dipingendo; eating = mangia, mangiano, mangiando
drinking = beve, bevono, bevendo; cooking = cucinando; baking = sforna; singing = canta, cantano, cantando
laughing = ride, ridono; smiling = sorride, sorridono; crying = piange, piangendo; waving = saluta, salutando
driving = guida, guidano, guidando; riding = cavalca, cavalcando, in_sella_a, va_in, pedala
sailing = naviga, navigano, navigando; floating = galleggia, galleggiano, galleggiando, fluttua
falling = cade, cadono, cadendo; rising = sorge, si_alza, sale; climbing = arrampica, si_arrampica, scala
fighting = combatte, combattono, combattendo, lotta; chasing = insegue, inseguono, inseguendo
holding = tiene, tengono, tenendo, che_tiene, regge
wearing = indossa, indossano, che_indossa, vestita_di, vestito_di; looking at = guarda, guardano, guardando, osserva
kissing = bacia, si_baciano; fishing = pesca, pescano; working = lavora, lavorano, lavorando
skiing = scia, sciano, sciando; surfing = surfa, fa_surf; grazing = pascola, pascolano
burning = brucia, bruciano, in_fiamme; erupting = in_eruzione; blooming = fiorit*, in_fiore
launching = decolla, decollano; spinning = gira, girano, girando; waiting = aspetta, aspettano, aspettando
full moon = luna_piena; at night = di_notte, notte, mezzanotte; sunset = tramonto, al_tramonto
sunrise = alba, all'alba; dawn = aurora; morning = mattina, mattino, di_mattina; noon = mezzogiorno
afternoon = pomeriggio; dusk = crepuscolo, sera, imbrunire; golden hour = ora_d'oro; sunlight = luce_del_sole
moonlight = chiaro_di_luna, luce_della_luna; candlelight = lume_di_candela; rain = pioggia, piove
fog = nebbia, foschia; snow = neve; snowing = nevica, nevicata, sotto_la_neve; storm = tempesta, burrasca
thunderstorm = temporale; windy = vento, ventos*; autumn = autunno, autunnal*; winter = inverno, invernal*
spring time = primavera; summer = estate, estiv*; autumn leaves = foglie_d'autunno
cherry blossoms = ciliegi_in_fiore; watercolor = acquerello, ad_acquerello
oil painting = dipinto_a_olio, olio_su_tela; pencil sketch = schizzo, disegno_a_matita; pixel art = pixel_art
anime style = stile_anime, manga; comic book style = stile_fumetto, fumetto; 3d render = render_3d
photorealistic = fotorealistic*; cinematic = cinematografic*; black and white photo = bianco_e_nero, in_bianco_e_nero
cyberpunk = cyberpunk; ink wash = pittura_a_inchiostro; children's book illustration = illustrazione_per_bambini
close up = primo_piano; wide shot = campo_lungo, inquadratura_ampia
aerial shot = ripresa_aerea, vista_aerea, vista_dall'alto; slow motion = rallentatore, al_rallentatore
time lapse = time-lapse; portrait of = ritratto_di; in the background = sullo_sfondo, in_lontananza, sul_fondo
in the foreground = in_primo_piano; surrounded by = circondato_da, circondata_da; two = due; three = tre
four = quattro; five = cinque; six = sei; seven = sette; eight = otto; nine = nove; ten = dieci; twelve = dodici
many = molti, molte, tanti, tante; a few = alcuni, alcune, diversi; behind = dietro, dietro_a; between = tra, fra
through = attraverso; over = sopra; next to = accanto_a, accanto_al, accanto_alla, vicino_a, vicino_al, vicino_alla
in front of = davanti_a, davanti_al, davanti_alla; along = lungo; tall = alto, alta, alti, alte; neon = neon
sunglasses = occhiali_da_sole; glasses = occhiali; beard = barba; ball = palla, pallone; inside = dentro
japanese = giapponese, giapponesi; children = bambini, bambine; woman = donna; women = donne; men = uomini
riding a bicycle = in_bicicletta, in_bici; riding a motorcycle = in_moto; coffee shop = bar
cooking a = prepara_una, prepara_un; hair = capelli; with hair = dai_capelli; eyes = occhi; with eyes = dagli_occhi
leaf = foglia; leaves = foglie; broom = scopa; crossing = attraversa, attraversano
steam train = treno_a_vapore, locomotiva_a_vapore; stone bridge = ponte_di_pietra; sits = siede
fishing nets = reti, rete_da_pesca; - = ripara, riparano; knitting = lavora_a_maglia; by a fireplace = davanti_al_camino, accanto_al_camino
old fisherman = pescatore_anziano, anziano_pescatore, vecchio_pescatore; in the sky = nel_cielo, in_cielo
the camera follows = la_telecamera_segue, la_camera_segue, la_macchina_da_presa_segue; the camera pushes in = la_telecamera_si_avvicina, la_camera_si_avvicina
the camera pulls back = la_telecamera_si_allontana; the camera orbits around = la_telecamera_gira_intorno; soft music = musica_dolce; piano music = musica_di_pianoforte; no music = senza_musica
snowing = fiocchi_di_neve, nevica; stack of = pila_di, mucchio_di`;
