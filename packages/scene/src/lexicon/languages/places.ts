/** Places and what is found in them, by language: lines as in a language table. They fill what the tables leave open. */
export const PLACES: Readonly<Record<string, string>> = {
  de: `supermarket = supermarkt; museum = museum; hospital = krankenhaus; gym = fitnessstudio, turnhalle; restaurant = restaurant, gasthaus
bar = bar, kneipe; bathroom = badezimmer, bad; playground = spielplatz; amusement park = freizeitpark, jahrmarkt, rummelplatz, kirmes
cemetery = friedhof; canal = kanal; attic = dachboden; harbor = hafen; pier = steg, pier, seebrücke; swimming pool = schwimmbad, pool
oasis = oase; hot spring = heiße_quelle; factory = fabrik; gas station = tankstelle; office = büro; classroom = klassenzimmer, klassenraum
laboratory = labor; stage = bühne; stadium = stadion; train station = bahnhof; airport = flughafen; vineyard = weinberg; orchard = obstgarten
tulip field = tulpenfeld; volcano = vulkan; savanna = savanne; swamp = sumpf; old town = altstadt; farm = bauernhof; cave = höhle; jungle = dschungel
bakery = bäckerei; rooftop = hausdach; balcony = balkon; subway = u-bahn, u-bahnhof; shopping cart = einkaufswagen; space station = raumstation
bedroom = schlafzimmer; rice terraces = reisterrassen; ice floe = eisscholle; throne room = thronsaal; classroom = schule; market = wochenmarkt
oven = ofen, backofen; burning = brennend*, in_flammen; feeds = füttert; pushes = schiebt; waits = wartet; reads = liest; drinks = trinkt; eats = isst, frisst; paints = malt; waters = gießt; skating = schlittschuh; full of = voller`,
  es: `supermarket = supermercado; museum = museo; hospital = hospital; gym = gimnasio; restaurant = restaurante; bar = bar, taberna
bathroom = baño; playground = parque_infantil; amusement park = parque_de_atracciones, feria; cemetery = cementerio; canal = canal; attic = ático, desván
harbor = puerto; pier = muelle, embarcadero; swimming pool = piscina; oasis = oasis; hot spring = aguas_termales; factory = fábrica; gas station = gasolinera
office = oficina; classroom = aula, clase; laboratory = laboratorio; stage = escenario; stadium = estadio; train station = estación_de_tren, estación
airport = aeropuerto; vineyard = viñedo; orchard = huerto; tulip field = campo_de_tulipanes; volcano = volcán; savanna = sabana; swamp = pantano
old town = casco_antiguo; farm = granja; cave = cueva; jungle = selva; bakery = panadería; rooftop = azotea; roof = tejado; balcony = balcón; subway = metro
bedroom = dormitorio; space station = estación_espacial; rice terraces = arrozales; ice floe = témpano; fisherman = pescador; cartoon = dibujos_animados
in flames = en_llamas; sunflower field = campo_de_girasoles; feeds = alimenta, da_de_comer_a; pushes = empuja; waits = espera; reads = lee, leyendo; drinks = bebe, bebiendo; eats = come, comiendo; mending = remienda; full of = lleno_de, llena_de`,
  fr: `supermarket = supermarché; museum = musée; hospital = hôpital; gym = salle_de_sport, gymnase; restaurant = restaurant; bar = bar
bathroom = salle_de_bain, salle_de_bains; playground = aire_de_jeux; amusement park = fête_foraine, parc_d attractions; cemetery = cimetière
canal = canal; attic = grenier; harbor = port; pier = jetée, ponton, quai; swimming pool = piscine; oasis = oasis; hot spring = source_chaude; factory = usine
gas station = station-service; office = bureau_d entreprise; classroom = salle_de_classe; laboratory = laboratoire; stage = scène; stadium = stade
train station = gare; airport = aéroport; vineyard = vignoble, vignes; orchard = verger; tulip field = champ_de_tulipes; volcano = volcan; savanna = savane
swamp = marais; old town = vieille_ville; farm = ferme; cave = grotte; jungle = jungle; bakery = boulangerie; rooftop = toit; balcony = balcon; subway = métro
bedroom = chambre; space station = station_spatiale; rice terraces = rizières; ice floe = banquise; rusty = rouillé*; abandoned = abandonné*
in flames = en_flammes, en_feu; woman = dame; women = dames; old women = vieilles_dames; sunflower field = champ_de_tournesols; feeds = nourrit; pushes = pousse; waits = attend; reads = lit_un_livre, lisant; drinks = boit, buvant; eats = mange, mangeant; waters = arrose; full of = plein_de, pleine_de, rempli_de`,
  it: `supermarket = supermercato; museum = museo; hospital = ospedale; gym = palestra; restaurant = ristorante, trattoria; bar = bar; bathroom = bagno
playground = parco_giochi; amusement park = luna_park, parco_divertimenti; cemetery = cimitero; canal = canale; attic = soffitta; harbor = porto
pier = molo, pontile; swimming pool = piscina; oasis = oasi; hot spring = terme, sorgente_termale; factory = fabbrica; gas station = distributore, benzinaio
office = ufficio; classroom = aula; laboratory = laboratorio; stage = palco, palcoscenico; stadium = stadio; train station = stazione; airport = aeroporto
vineyard = vigneto, vigna; orchard = frutteto; tulip field = campo_di_tulipani; volcano = vulcano; savanna = savana; swamp = palude; old town = centro_storico
farm = fattoria; cave = grotta; jungle = giungla; bakery = panetteria, forno; roof = tetto; balcony = balcone; subway = metropolitana; bedroom = camera_da_letto
space station = stazione_spaziale; rice terraces = risaie; chef = cuoco, cuoca; scooter = vespa, motorino; sunflower field = campo_di_girasoli; beach = spiaggia
in flames = in_fiamme; feeds = nutre; pushes = spinge; waits = aspetta; reads = legge; drinks = beve; eats = mangia; cooks = prepara, cucina_la; plays with = giocano_con, gioca_con; full of = pieno_di, piena_di`,
  pt: `supermarket = supermercado; museum = museu; hospital = hospital; gym = academia, ginásio; restaurant = restaurante; bar = bar, boteco; bathroom = banheiro
playground = parquinho, parque_infantil; amusement park = parque_de_diversões; cemetery = cemitério; canal = canal; attic = sótão; harbor = porto
pier = cais, píer; swimming pool = piscina; oasis = oásis; hot spring = fonte_termal; factory = fábrica; gas station = posto_de_gasolina; office = escritório
classroom = sala_de_aula; laboratory = laboratório; stage = palco; stadium = estádio; train station = estação_de_trem, estação; airport = aeroporto
vineyard = vinhedo, vinha; orchard = pomar; tulip field = campo_de_tulipas; volcano = vulcão; savanna = savana; swamp = pântano; old town = cidade_velha
farm = fazenda; cave = caverna; jungle = selva, floresta_amazônica; bakery = padaria; roof = telhado; balcony = varanda; subway = metrô; bedroom = quarto
space station = estação_espacial; surfer = surfista; branch = galho; giant wave = onda_gigante; in flames = em_chamas; sunflower field = campo_de_girassóis
feeds = alimenta; pushes = empurra; waits = espera; reads = lê, lendo; drinks = bebe, bebendo; eats = come, comendo; full of = cheio_de, cheia_de`,
  ru: `supermarket = супермаркет, супермаркете; museum = музей, музее; hospital = больниц*; gym = спортзал*; restaurant = ресторан*; bar = бар, баре; bathroom = ванная, ванной
playground = детская_площадка, детской_площадке; amusement park = парк_аттракционов, парке_аттракционов; cemetery = кладбищ*; canal = канал, канале, канала; attic = чердак*
harbor = порт, порту, гаван*; pier = причал*, пирс*; swimming pool = бассейн*; oasis = оазис*; hot spring = горячий_источник; factory = фабрик*, завод*
gas station = заправк*; office = офис*; classroom = классе, класс; laboratory = лаборатори*; stage = сцен*; stadium = стадион*; train station = вокзал*
airport = аэропорт*; vineyard = виноградник*; orchard = фруктовый_сад, фруктовом_саду; volcano = вулкан*; savanna = саванн*; swamp = болот*; old town = старый_город, старом_городе
farm = ферм*; cave = пещер*; jungle = джунгл*; bakery = пекарн*; roof = крыш*; balcony = балкон*; subway = метро; bedroom = спальн*; space station = космическ*_станци*
burning = горящ*; sunflower field = поле_подсолнухов; feeds = кормит; pushes = толкает; waits = ждёт, ждет; reads = читает; drinks = пьёт, пьет; eats = ест`,
  ja: `supermarket = スーパー, スーパーマーケット; museum = 美術館, 博物館; hospital = 病院; gym = ジム, 体育館; restaurant = レストラン; bar = バー, 居酒屋; bathroom = 浴室, お風呂
playground = 公園の遊び場; amusement park = 遊園地; cemetery = 墓地, お墓; canal = 運河; attic = 屋根裏; harbor = 港; pier = 桟橋; swimming pool = プール
oasis = オアシス; hot spring = 温泉; factory = 工場; gas station = ガソリンスタンド; office = オフィス, 会社; classroom = 教室; laboratory = 実験室, 研究室; stage = 舞台, ステージ
stadium = スタジアム, 競技場; train station = 駅, 駅のホーム; airport = 空港; vineyard = ぶどう畑; orchard = 果樹園; tulip field = チューリップ畑; sunflower field = ひまわり畑
volcano = 火山; savanna = サバンナ; swamp = 沼; old town = 旧市街; farm = 農場, 牧場; cave = 洞窟; jungle = ジャングル; bakery = パン屋; roof = 屋根; balcony = ベランダ
subway = 地下鉄; bedroom = 寝室; space station = 宇宙ステーション; rice terraces = 棚田; alley = 路地, 裏路地; two people = 二人; family = 家族`,
  zh: `supermarket = 超市; museum = 博物馆, 美术馆; hospital = 医院; gym = 健身房; restaurant = 餐厅, 饭馆; bar = 酒吧; bathroom = 浴室; playground = 操场, 儿童乐园
amusement park = 游乐园, 游乐场; cemetery = 墓地; canal = 运河; attic = 阁楼; harbor = 港口; pier = 码头, 栈桥; swimming pool = 游泳池, 泳池; oasis = 绿洲
hot spring = 温泉; factory = 工厂; gas station = 加油站; office = 办公室; classroom = 教室; laboratory = 实验室; stage = 舞台; stadium = 体育场; train station = 火车站
airport = 机场; vineyard = 葡萄园; orchard = 果园; tulip field = 郁金香花田; sunflower field = 向日葵花田; volcano = 火山; savanna = 草原; swamp = 沼泽
old town = 古城, 老城; farm = 农场; cave = 洞穴, 山洞; jungle = 丛林; bakery = 面包店; roof = 屋顶; balcony = 阳台; subway = 地铁; bedroom = 卧室
sunset = 太阳落山, 夕阳西下, 日落时分; sunrise = 太阳升起; space station = 空间站; rice terraces = 梯田; sports car = 跑车; astronaut = 宇航员; playing basketball = 打篮球; feeding = 喂; pigeons = 鸽子; alley = 小巷, 胡同`,
  ko: `supermarket = 슈퍼마켓, 마트; museum = 박물관, 미술관; hospital = 병원; gym = 체육관, 헬스장; restaurant = 식당, 레스토랑; bar = 술집; bathroom = 욕실, 화장실
playground = 놀이터; amusement park = 놀이공원; cemetery = 묘지; canal = 운하; attic = 다락방; harbor = 항구; pier = 부두; swimming pool = 수영장; oasis = 오아시스
hot spring = 온천; factory = 공장; gas station = 주유소; office = 사무실; classroom = 교실; laboratory = 실험실; stage = 무대; stadium = 경기장; train station = 기차역
airport = 공항; vineyard = 포도밭; orchard = 과수원; tulip field = 튤립밭; sunflower field = 해바라기밭; volcano = 화산; savanna = 사바나; swamp = 늪; old town = 구시가지
farm = 농장; cave = 동굴; jungle = 정글; bakery = 빵집; roof = 지붕; balcony = 발코니; subway = 지하철; bedroom = 침실; space station = 우주정거장; alley = 골목; palace = 궁궐; one = 한_개; two = 두_개; three = 세_개; four = 네_개; five = 다섯_개; six = 여섯_개; seven = 일곱_개; ten = 열_개; dog = 개, 개가, 개는, 개를; dogs = 개들`,
  hi: `supermarket = सुपरमार्केट; museum = संग्रहालय; hospital = अस्पताल; gym = जिम; restaurant = रेस्तरां; bathroom = बाथरूम, स्नानघर; playground = खेल_का_मैदान
amusement park = मेला, मेले; cemetery = कब्रिस्तान; canal = नहर; harbor = बंदरगाह; pier = घाट; swimming pool = स्विमिंग_पूल; factory = कारखाना; office = दफ्तर, कार्यालय
classroom = कक्षा; laboratory = प्रयोगशाला; stage = मंच; stadium = स्टेडियम; train station = रेलवे_स्टेशन, स्टेशन; airport = हवाई_अड्डा; volcano = ज्वालामुखी
swamp = दलदल; farm = खेत_खलिहान; cave = गुफा; jungle = जंगल; bakery = बेकरी; roof = छत; balcony = बालकनी; bedroom = शयनकक्ष; alley = गली; restaurant = ढाबा`,
  ar: `supermarket = سوبرماركت; museum = متحف; hospital = مستشفى; gym = صالة_رياضية; restaurant = مطعم; bathroom = حمام; playground = ملعب_أطفال
amusement park = مدينة_ملاهي, ملاهي; cemetery = مقبرة; canal = قناة; attic = علية; harbor = ميناء, مرفأ; pier = رصيف; swimming pool = مسبح; oasis = واحة
factory = مصنع; gas station = محطة_وقود; office = مكتب; classroom = صف, فصل_دراسي; laboratory = مختبر; stage = مسرح; stadium = ملعب; train station = محطة_قطار
airport = مطار; vineyard = كرم; volcano = بركان; swamp = مستنقع; old town = المدينة_القديمة; farm = مزرعة; cave = كهف; jungle = أدغال; bakery = مخبز; roof = سطح
balcony = شرفة; bedroom = غرفة_نوم; alley = زقاق; space station = محطة_فضاء; cafe = مقهى`,
  bn: `supermarket = সুপারমার্কেট; museum = জাদুঘর; hospital = হাসপাতাল; restaurant = রেস্তোরাঁ; playground = খেলার_মাঠ; amusement park = মেলা, মেলায়; cemetery = কবরস্থান
canal = খাল; harbor = বন্দর; pier = ঘাট; swimming pool = সুইমিং_পুল; factory = কারখানা; office = অফিস; classroom = শ্রেণীকক্ষ; stage = মঞ্চ; stadium = স্টেডিয়াম
train station = রেলস্টেশন, স্টেশন; airport = বিমানবন্দর; volcano = আগ্নেয়গিরি; swamp = জলাভূমি; farm = খামার; cave = গুহা; jungle = জঙ্গল; roof = ছাদ; bedroom = শোবার_ঘর; alley = গলি`,
  ur: `supermarket = سپر_مارکیٹ; museum = عجائب_گھر; hospital = ہسپتال; gym = جم; restaurant = ریستوران; playground = کھیل_کا_میدان; amusement park = میلہ, میلے; cemetery = قبرستان
canal = نہر; harbor = بندرگاہ; swimming pool = سوئمنگ_پول; factory = کارخانہ, فیکٹری; office = دفتر; classroom = کمرہ_جماعت; laboratory = تجربہ_گاہ; stage = اسٹیج; stadium = اسٹیڈیم
train station = ریلوے_اسٹیشن; airport = ہوائی_اڈا; volcano = آتش_فشاں; swamp = دلدل; farm = فارم; cave = غار; jungle = جنگل; bakery = بیکری; roof = چھت; bedroom = خواب_گاہ; alley = گلی`,
  id: `supermarket = supermarket, swalayan; museum = museum; hospital = rumah_sakit; gym = gimnasium; restaurant = restoran, rumah_makan; bar = bar; bathroom = kamar_mandi
playground = taman_bermain; amusement park = taman_hiburan, pasar_malam; cemetery = pemakaman, kuburan; canal = kanal; attic = loteng; harbor = pelabuhan; pier = dermaga
swimming pool = kolam_renang; oasis = oasis; hot spring = pemandian_air_panas; factory = pabrik; gas station = pom_bensin; office = kantor; classroom = ruang_kelas
laboratory = laboratorium; stage = panggung; stadium = stadion; train station = stasiun; airport = bandara; vineyard = kebun_anggur; volcano = gunung_berapi; savanna = sabana
swamp = rawa; old town = kota_tua; farm = peternakan; cave = gua; jungle = rimba; bakery = toko_roti; roof = atap; balcony = balkon; bedroom = kamar_tidur; alley = gang, lorong
space station = stasiun_luar_angkasa; rice terraces = sawah_terasering`,
};
