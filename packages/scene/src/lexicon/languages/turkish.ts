import type { LanguageTable } from './language-table.ts';

export const TURKISH: LanguageTable = {
  code: 'tr',
  hints:
    'bir ve ile için üzerinde üstünde altında önünde arkasında yanında içinde arasında olan gibi çok var bu şu iki üç dört beş kadın adam gece güneş',
  isBare: true,
  forms: [
    [/(?<=[aıou][^aeıioöuü]?)$/, 'ı|i|u|ü|a|e|ın|in|un|ün|yı|yi|ya|nın|nun|sı|su', 'lar|ları|lara|ların'],
    [/$/, 'i|ü|e|in|ün|yi|yü|ye|nin|nün|si|sü', 'ler|leri|lere|lerin|lar|ları'],
  ],
  suffixes: [
    ['lerinde', 'in<'],
    ['larında', 'in<'],
    ['lerde', 'in<'],
    ['larda', 'in<'],
    ['sinde', 'in<'],
    ['sında', 'in<'],
    ['sünde', 'in<'],
    ['sunda', 'in<'],
    ['nde', 'in<'],
    ['nda', 'in<'],
    ['de', 'in<'],
    ['da', 'in<'],
    ['te', 'in<'],
    ['ta', 'in<'],
    ['ler', '-'],
    ['lar', '-'],
  ],
  nouns: `
cat = kedi, kedicik; dog = köpek, köpeği; puppy = yavru_köpek; bird = kuş; fish = balık, balığı; horse = at, atı, ata; cow = inek, ineği; sheep = koyun; goat = keçi; chicken = tavuk; duck = ördek; swan = kuğu; fox = tilki; wolf = kurt; bear = ayı; polar bear = kutup_ayısı; rabbit = tavşan; squirrel = sincap; hedgehog = kirpi; mouse = fare; deer = geyik; lion = aslan; tiger = kaplan; elephant = fil; giraffe = zürafa; zebra = zebra; monkey = maymun; panda = panda; camel = deve
frog = kurbağa; snake = yılan; turtle = kaplumbağa; crocodile = timsah; whale = balina; dolphin = yunus; shark = köpekbalığı, köpek_balığı; octopus = ahtapot; seagull = martı; owl = baykuş; eagle = kartal; penguin = penguen; parrot = papağan; stork = leylek; pigeon = güvercin; bee = arı; butterfly = kelebek; spider = örümcek; dinosaur = dinozor; dragon = ejderha; unicorn = tek_boynuzlu_at; mermaid = deniz_kızı; ghost = hayalet; witch = cadı; wizard = büyücü; fairy = peri; knight = şövalye; king = kral; queen = kraliçe; princess = prenses; pirate = korsan; samurai = samuray; soldier = asker; astronaut = astronot; robot = robot
woman = kadın; man = adam, erkek; girl = kız, kız_çocuğu, genç_kız; boy = oğlan, erkek_çocuk, erkek_çocuğu; child = çocuk, çocuğu; people = insanlar, kişiler; baby = bebek; grandmother = büyükanne, nine; grandfather = dede; old man = yaşlı_adam; old woman = yaşlı_kadın; mother = anne; father = baba; couple = çift; family = aile; farmer = çiftçi; fisherman = balıkçı; chef = aşçı, şef; baker = fırıncı; dancer = dansçı; ballerina = balerin; singer = şarkıcı; musician = müzisyen; painter = ressam; doctor = doktor; teacher = öğretmen; student = öğrenci; police officer = polis; firefighter = itfaiyeci; surfer = sörfçü; cyclist = bisikletçi; clown = palyaço; cowboy = kovboy; diver = dalgıç
house = ev; cottage = kulübe; castle = kale, şato; tower = kule; mosque = cami; church = kilise; lighthouse = deniz_feneri, fener; windmill = yel_değirmeni; bridge = köprü; temple = tapınak; tent = çadır; barn = ahır; skyscraper = gökdelen; building = bina; car = araba, otomobil; bus = otobüs; bicycle = bisiklet; motorcycle = motosiklet; truck = kamyon; train = tren; tram = tramvay; taxi = taksi; boat = tekne, kayık, sandal; ship = gemi; sailboat = yelkenli; submarine = denizaltı; airplane = uçak; helicopter = helikopter; hot air balloon = sıcak_hava_balonu; hot air balloons = sıcak_hava_balonları; balloon = balon; rocket = roket; spaceship = uzay_gemisi; tractor = traktör; kite = uçurtma
tree = ağaç, ağacı, ağacın; trees = ağaçlar; flower = çiçek, çiçeği, çiçeğin; rose = gül; tulip = lale; sunflower = ayçiçeği; mushroom = mantar; cactus = kaktüs; pumpkin = balkabağı; apple = elma; orange fruit = portakal; lemon = limon; strawberry = çilek; cherry = kiraz; grapes = üzüm; watermelon = karpuz; bread = ekmek; cheese = peynir; cake = pasta, kek; pizza = pizza; coffee = kahve; tea = çay; wine = şarap; cup = fincan, bardak; bottle = şişe; plate = tabak; bowl = kase; vase = vazo; table = masa; chair = sandalye; sofa = koltuk, kanepe, koltuğu; bed = yatak, yatağı; lamp = lamba; candle = mum; lantern = fener_lamba; book = kitap, kitabı; clock = saat; mirror = ayna; window = pencere; door = kapı; fence = çit; bench = bank; umbrella = şemsiye; ball = top; box = kutu; basket = sepet; guitar = gitar; piano = piyano; violin = keman; drum = davul; sword = kılıç; crown = taç; snowman = kardan_adam; mountain = dağ; mountains = dağlar; moon = ay; cloud = bulut; planet = gezegen; waterfall = şelale; fire = ateş; campfire = kamp_ateşi; fireworks = havai_fişek, havai_fişekler; fountain = çeşme, fıskiye; statue = heykel; flag = bayrak; hat = şapka; dress = elbise; boots = bot, botlar, botlarla, çizme, çizmeler; coat = mont, palto, ceket; scarf = atkı; suit = takım_elbise`
    .trim()
    .replaceAll('; ', '\n'),
  words: `
a = bir; and = ve, ile; - = çok, olan, olarak, gibi, bu, şu, için, doğru, ki, edilmiş; on< = üzerinde, üstünde, üzerine, üstüne; under< = altında, altına; in front of< = önünde, önüne; behind< = arkasında, ardında; next to< = yanında, kenarında, kıyısında, yanına; in< = içinde, ortasında; between< = arasında; above< = üzerinden, yukarısında; around< = etrafında, çevresinde; through< = boyunca, içinden; to the left of< = solunda; to the right of< = sağında; on the left = solda; on the right = sağda; in the background = arka_planda; in the foreground = ön_planda
two = iki; three = üç; four = dört; five = beş; six = altı; seven = yedi; eight = sekiz; ten = on; many = birçok, pek_çok; red = kırmızı, kızıl; blue = mavi; green = yeşil; yellow = sarı; orange = turuncu; white = beyaz, ak; black = siyah, kara; gray = gri; brown = kahverengi; pink = pembe; purple = mor; golden = altın; silver = gümüş
small = küçük, minik; big = büyük, kocaman; huge = dev, devasa; old = yaşlı, eski; young = genç; wooden = ahşap, tahta; glowing = parlayan, ışıldayan; snowy = karlı; frozen = donmuş; dark = karanlık; abandoned = terk_edilmiş; happy = mutlu
red dress wearing> = kırmızı_elbiseli; dress wearing> = elbiseli; hat wearing> = şapkalı; coat wearing> = paltolu, montlu, ceketli; glasses wearing> = gözlüklü; suit wearing> = takım_elbiseli; scarf wearing> = atkılı; umbrella holding> = şemsiyeli
street = sokak, sokağı, cadde; city = şehir, kent, şehrin; village = köy; forest = orman; lake = göl; sea = deniz; beach = sahil, plaj, kumsal; coast = kıyı; cliff = uçurum, kayalık; river = nehir, ırmak, nehri; field = tarla, tarlası; meadow = çayır; garden = bahçe; room = oda, salon; kitchen = mutfak, mutfağı; bedroom = yatak_odası; bathroom = banyo; library = kütüphane; desert = çöl; sky = gökyüzü; space = uzay; stars = yıldızlar, yıldızlı; underwater = su_altı, su_altında, denizin_altında; coral reef = mercan_resifi; market = pazar, çarşı; bazaar = kapalıçarşı; town square = meydan; canal = kanal; harbor = liman; pier = iskele; park = park; cafe = kafe, kahvehane; supermarket = süpermarket, market; museum = müze; hospital = hastane; restaurant = restoran, lokanta; bar = bar, meyhane; playground = oyun_parkı, çocuk_parkı; amusement park = lunapark; cemetery = mezarlık; attic = tavan_arası; swimming pool = yüzme_havuzu, havuz; factory = fabrika; gas station = benzin_istasyonu, benzinlik; office = ofis; classroom = sınıf; laboratory = laboratuvar; stage = sahne; stadium = stadyum; train station = tren_istasyonu, istasyon; airport = havaalanı; volcano = yanardağ, volkan; swamp = bataklık; farm = çiftlik; cave = mağara; jungle = yağmur_ormanı; bakery = fırın; roof = çatı; alley = ara_sokak; island = ada; road = yol; ruins = harabe, harabeler; cappadocia = kapadokya; istanbul = i̇stanbul, istanbul
at night = gece, geceleyin; sunset = gün_batımı, gün_batımında, günbatımı, günbatımında; sunrise = gün_doğumu, gün_doğumunda; dusk = alacakaranlık; evening = akşam; dawn = şafak; morning = sabah, sabahleyin; day = gündüz; full moon = dolunay; rain = yağmur, yağmurda; rainy = yağmurlu; fog = sis, siste, sisi, sisinde; foggy = sisli; snow = kar, karda; snowing = kar_yağıyor, kar_yağarken; raining = yağmur_yağıyor, yağmur_yağarken; storm = fırtına, fırtınada; sunny = güneşli; cloudy = bulutlu; autumn = sonbahar, sonbaharda; winter = kış, kışın; spring time = ilkbahar, ilkbaharda; summer = yaz, yazın
watercolor = suluboya, sulu_boya; oil painting = yağlı_boya, yağlıboya; pencil sketch = karakalem; comic book style = çizgi_roman; cartoon = çizgi_film; pixel art = piksel_sanatı, piksel; black and white photo = siyah_beyaz, siyah-beyaz; cinematic = sinematik; close up = yakın_çekim; aerial shot = kuşbakışı, havadan; style = tarzı, tarzında, stili
sitting = oturuyor, oturan, otururken; standing = duruyor, duran, ayakta; lying = yatıyor, yatan, uzanmış; sleeping = uyuyor, uyuyan; walking = yürüyor, yürüyen, yürürken, geziyor; running = koşuyor, koşan, koşarken; flying = uçuyor, uçan, uçarken; swimming = yüzüyor, yüzen; dancing = dans_ediyor, dans_eden; driving = gidiyor, giden; floating = süzülüyor, süzülen; jumping = zıplıyor, zıplayan, atlıyor; fighting> = savaşıyor, dövüşüyor; holding> = tutuyor, tutan; playing> = çalıyor, çalan, oynuyor, oynayan; reading> = okuyor, okuyan; eating> = yiyor, yiyen; drinking> = içiyor, içen; feeding> = besliyor, besleyen; riding> = biniyor, binen, süren, sürüyor; wearing> = giyen, giymiş; laughing = gülüyor, gülen; singing = şarkı_söylüyor, şarkı_söyleyen; launching = fırlatılıyor, kalkıyor; looking at = bakıyor, bakan; says = diyor`
    .trim()
    .replaceAll('; ', '\n'),
};
