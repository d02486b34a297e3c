/**
 * What can be wished for, as stems in ten languages. A stem begins a word; `$` says that it ends it too, `_` is a
 * space; Chinese, Japanese and Korean stems stand anywhere.
 */

export type Element =
  | 'stars'
  | 'trails'
  | 'meteors'
  | 'aurora'
  | 'clouds'
  | 'water'
  | 'waves'
  | 'stream'
  | 'waterfall'
  | 'foliage'
  | 'wind'
  | 'rain'
  | 'snow'
  | 'fog'
  | 'petals'
  | 'leaves'
  | 'embers'
  | 'dust'
  | 'fireflies'
  | 'bubbles'
  | 'confetti'
  | 'lights'
  | 'fire'
  | 'smoke'
  | 'steam'
  | 'lightning'
  | 'rays'
  | 'sunrise'
  | 'sunset'
  | 'nightfall'
  | 'daybreak'
  | 'breath';

export const ELEMENT_WORDS: Readonly<Record<Element, string>> = {
  stars: `star$ stars$ starry starlight starlit starfield constellation milky_way night_sky galax nebula celestial heavens
    stern$ sterne$ sternen milchstraße milchstrasse nachthimmel étoile voie_lactée ciel_étoilé ciel_nocturne estrella
    vía_láctea via_láctea cielo_nocturno stella$ stelle$ stellato via_lattea cielo_notturno estrela céu_noturno звезд звёзд
    млечн 星 銀河 银河 별이 별들 별빛 별을 은하`,
  trails: `star_trail startrail light_trail_of_stars sternspur filé_d'étoiles rastros_de_estrellas scie_stellari
    rastros_de_estrelas следы_звезд 星轨 星軌 スタートレイル 별궤적`,
  meteors: `meteor shooting_star falling_star perseid sternschnupp étoile_filante estrella_fugaz estrellas_fugaces
    stella_cadente stelle_cadenti estrela_cadente estrelas_cadentes метеор падающие_звезд 流星 유성 별똥별`,
  aurora: `aurora northern_light southern_light polar_light polarlicht nordlicht aurore auroras boreal сияни オーロラ 极光
    極光 오로라`,
  clouds: `cloud overcast wolke gewölk nuage nube$ nubes$ nuvol nuvem nuvens облак туч 云 雲 雲が 구름`,
  water: `water$ waters$ lake$ lakes$ pond ripple rippling sea$ ocean reflection river_surface wasser$ see$ teich kräusel
    spiegelung meer$ eau$ eaux$ lac$ étang ondule mer$ océan agua$ aguas$ lago$ estanque ondula mar$ océano acqua$ acque$
    mare$ oceano laghetto incresp água$ águas$ lagoa вод$ вода воды озер озёр море рябь 水 湖 池 海 さざ波 波紋 涟漪 漣漪 물이
    물결 호수 바다 잔물결 수면`,
  waves: `wave$ waves$ surf$ swell breakers tide$ welle brandung vague$ vagues$ houle ola$ olas$ oleaje onda$ onde$ ondas$
    волн прибо 波 海浪 浪 파도`,
  stream: `stream$ streams$ water_flows water_runs flowing_water running_water brook creek$ river$ rivers$ rapids current$ bach$ fluss$ fluß ruisseau rivière fleuve arroyo$ río$
    rio$ ruscello torrente fiume riacho ручей ручь река реки течен 川 小川 溪 河 시내 강물 개울`,
  waterfall: `waterfall water_falls water_pours water_tumbles water_rushes water_plunges falling_water cascad cataract wasserfall wasserfäll chute_d'eau chutes cascata cachoeira водопад 滝 瀑布 폭포`,
  foliage: `tree$ trees$ grass grasses foliage leaf$ branch$ branches$ bush plant$ plants$ flower reed$ reeds$ wheat meadow
    forest palm$ palms$ crop$ crops$ dandelion fern$ ferns$ vegetation blossoms_sway baum bäume gras$ gräser blätter zweig wiese
    wald$ blume pflanze weizen arbre herbe feuillage branches forêt fleur prairie árbol hierba$ hojas rama$ ramas$ flor$
    flores$ bosque prado albero alberi erba$ foglie ram$ rami$ fiore$ fiori$ prato bosco árvore grama$ folhas galho ramo
    floresta дерев трав листв ветв цвет лес$ лес_ 木 樹 树 草 葉が 叶子 花が 花朵 森林 森が 나무 풀이 풀밭 잎이 나뭇잎 꽃`,
  wind: `wind$ windy winds$ breeze breezy gust blow$ blows$ blowing wehen weht brise vent$ viento sopla vento$ brezza brisa
    ветер ветр ветерок 風 风 そよ風 바람`,
  rain: `rain$ rains$ raining rainy raindrop rainfall rainstorm drizzl downpour storm$ stormy thunderstorm regen$ regnet
    regnen regentropfen niesel pluie pleut pleuvoir averse orage lluvia$ llueve llover lloviendo tormenta pioggia piove
    piovere temporale chuva$ chove chover chovendo tempestade дожд ливень гроза 雨 비가 비 빗방울`,
  snow: `snow$ snows$ snowing snowfall snowflake blizzard schnee$ schneit schneien schneeflock neige$ neiger flocons nieve$
    nieva nevando nevar neve$ nevica nevicare fiocch снег снеж метел 雪 눈이_내 눈이_오 눈송이 함박눈`,
  fog: `fog$ foggy mist$ mists$ misty haze$ hazy nebel$ neblig dunst brume brouillard niebla neblina bruma nebbia foschia
    névoa nevoeiro туман дымк 霧 雾 靄 안개`,
  petals: `petal cherry_blossom sakura blossoms_fall blütenblätter blütenblatt kirschblüt pétale pétalo petalo pétala
    лепест 花びら 花瓣 桜 樱花 櫻花 꽃잎 벚꽃`,
  leaves: `falling_lea leaves_fall leaves_drift leaves_swirl leaves_blow leaves_float leaves_flutter autumn_leaves
    leaves_are_falling leaves_flying fallende_blätter blätter_fallen laub feuilles_mortes feuilles_tombent hojas_caen
    hojas_que_caen foglie_cadono foglie_che_cadono folhas_caem folhas_caindo листья_пада падающие_листья листопад 落ち葉
    落葉 落叶 낙엽`,
  embers: `ember spark$ sparks$ cinders funken glut$ étincelle braises chispa brasas scintill faville faísca искр 火花 火の粉
    余烬 불꽃이_튀 불티`,
  dust: `dust$ dusty dust_mote particles_float floating_particle motes$ pollen staub$ staubkörn poussière polvo$ polvere$
    poeira пыль пылин 埃 塵 灰尘 尘埃 먼지`,
  fireflies: `firefl glowworm glühwürm luciole luciérnaga lucciol vaga-lume vagalume светляч 蛍 ホタル 萤火虫 螢火蟲 반딧불`,
  bubbles: `bubble$ bubbles$ seifenblase bläschen bulle$ bulles$ burbuja bolla$ bolle$ bolha пузыр 泡 シャボン 气泡 거품 방울방울`,
  confetti: `confetti konfetti confeti confete конфетти 紙吹雪 彩纸 색종이`,
  lights: `flicker neon lamp$ lamps$ lantern light$ lights$ lamplight lighting_flick glow$ glows$ glowing twinkling_light
    bulb$ bulbs$ streetlight city_light windows_light licht$ lichter laterne flackern leuchten lampe$ lampen lumière$
    lumières$ scintille lampadaire néon luces$ luz$ farol$ faroles$ parpade neón luci$ luce$ lampion sfarfall luzes lâmpada
    cintila огни огоньк свет$ фонар мерца лампы ネオン 明かり 灯り 街灯 ライト 灯光 霓虹 闪烁 灯$ 네온 불빛 조명 가로등 깜빡`,
  fire: `fire$ fires$ flame$ flames$ candle campfire fireplace bonfire burns$ burning torch feuer$ flamme$ flammen kerze
    lagerfeuer kamin$ brennt feu$ feux$ bougie cheminée$ fuego$ llama$ llamas$ vela$ velas$ hoguera fuoco$ fiamm candela
    falò fogo$ chama$ chamas$ fogueira огонь$ огня плам свеч костер костёр 火$ 炎 焚き火 ろうそく 火焰 蜡烛 篝火 촛불 모닥불
    불꽃`,
  smoke: `smoke$ smoky smoking chimney rauch$ raucht schornstein fumée$ humo$ fumo$ fumaça дым$ дыма дымит 煙 烟 연기`,
  steam: `steam$ steams$ steamy steaming vapor$ vapour dampf$ dampft vapeur vapor_sube vapore$ fumegante пар$ пара$ 湯気
    蒸気 蒸汽 热气 김이 수증기`,
  lightning: `lightning thunderbolt thunder$ blitz gewitter éclair$ éclairs$ foudre tonnerre relámpago rayo$ rayos$ trueno
    fulmin lampo$ lampi$ raio$ raios$ relâmpago молни гром$ 稲妻 雷 闪电 閃電 번개 천둥`,
  rays: `light_ray sunbeam sun_ray god_ray shafts_of_light sonnenstrahl lichtstrahl rayons_de_soleil rayos_de_sol raggi
    raios_de_sol лучи 光芒 光線 木漏れ日 햇살`,
  sunrise: `sunrise sun_rises sun_rising rising_sun dawn_breaks sonnenaufgang sonne_geht_auf lever_du_soleil soleil_se_lève
    amanec sale_el_sol salida_del_sol alba$ sorge_il_sole sole_sorge nascer_do_sol sol_nasce amanhec восход рассвет солнце_вста 日の出 日出 旭日 일출 해가_뜨`,
  sunset: `sunset sun_sets$ sun_setting setting_sun sun_goes_down dusk_falls sonnenuntergang sonne_geht_unter
    coucher_de_soleil soleil_se_couche atardec puesta_de_sol se_pone_el_sol tramont pôr_do_sol sol_se_põe закат
    солнце_сад 夕焼け 日没 夕日 日落 夕阳 일몰 해가_지 노을`,
  nightfall: `day_to_night nightfall night_falls turns_to_night becomes_night night_comes getting_dark gets_dark
    darkness_falls tag_zu_nacht wird_nacht nacht_wird wird_dunkel jour_à_la_nuit la_nuit_tombe tombée_de_la_nuit
    día_a_la_noche día_a_noche anochec cae_la_noche giorno_alla_notte cala_la_notte dia_para_a_noite anoitec
    ночь_наступа наступает_ночь темнеет 夜になる 昼から夜 白天到黑夜 夜幕降临 天黑 밤이_되 밤이_된 낮에서_밤`,
  daybreak: `night_to_day day_breaks daybreak becomes_day turns_to_day getting_light nacht_zu_tag wird_tag tag_bricht
    nuit_au_jour le_jour_se_lève noche_al_día notte_al_giorno noite_para_o_dia светает 夜明け 夜が明け 天亮 黎明 날이_밝`,
  breath: `breath breathes breathing bob$ bobs$ bobbing sways_gently floats$ floating hover atmet atmen schwebt respir
    flota flotte respira galleggia flutua дыш пари 呼吸 息を 浮か 숨을 숨쉬 떠다`,
};

export type CameraMove =
  | 'still'
  | 'pushIn'
  | 'pullOut'
  | 'panLeft'
  | 'panRight'
  | 'tiltUp'
  | 'tiltDown'
  | 'orbitLeft'
  | 'orbitRight'
  | 'craneUp'
  | 'craneDown'
  | 'rollLeft'
  | 'rollRight'
  | 'handheld'
  | 'drift';

/** The first that fits is taken: what is more particular comes first. */
export const CAMERA_WORDS: readonly (readonly [CameraMove, string])[] = [
  [
    'still',
    `static_camera camera_static camera_is_static static_shot fixed_camera camera_is_fixed locked_off locked-off
    locked_camera tripod no_camera_movement no_camera_motion without_camera_movement camera_stays_still camera_is_still
    camera_still camera_does_not_move camera_doesn't_move camera_remains_still still_camera kamera_steht kamera_bleibt
    feste_kamera statische_kamera caméra_fixe plan_fixe caméra_immobile cámara_fija cámara_estática camera_fissa
    inquadratura_fissa câmera_fixa câmera_parada неподвижная_камера камера_неподвижн カメラは固定 固定カメラ カメラ固定
    镜头固定 固定镜头 镜头不动 카메라_고정 고정된_카메라`,
  ],
  [
    'handheld',
    `handheld hand-held shaky shakes shaking_camera camera_shake handkamera wackel caméra_à_l'épaule cámara_en_mano
    camera_a_mano câmera_na_mão ручная_камера 手持ち 手持 핸드헬드`,
  ],
  [
    'pullOut',
    `zoom_out zooms_out zooming_out zoom-out pull_out pulls_out pulls_back pull_back pulling_back pull-back dolly_out dollies_out
    dolly-out dolly_back moves_back moves_away move_away moving_back backs_away camera_retreats wider_view reveals_the zoomt_heraus zoom_heraus
    fährt_zurück zieht_sich_zurück zoomt_raus dézoom recule zoom_arrière aleja se_aleja indietreggia si_allontana
    zoom_indietro afasta se_afasta отъезжа отдаля 引いていく ズームアウト 後退 拉远 镜头拉 缩小 줌아웃 멀어지`,
  ],
  [
    'pushIn',
    `zoom_in zooms_in zooming_in zoom-in push_in pushes_in pushing_in push-in dolly_in dollies_in dolly-in dolly_forward
    dolly_shot camera_moves_in camera_move_in camera_moving_in moves_in_on moves_in_close moves_closer move_closer moving_closer moves_forward move_forward moving_forward
    flies_forward fly_forward flying_forward flies_toward closes_in moves_towards moves_toward camera_approaches fpv drone_flies zoomt
    zoom_auf fährt_heran fährt_hinein kamerafahrt_nach_vorn fährt_vor fährt_näher nähert zoome zoom_avant avance
    s'approche acerca se_acerca avanza_hacia zum_motiv si_avvicina avvicin avanza aproxima avança приближа наезжа
    ズームイン 寄っていく 近づ 前進 推进 推近 镜头推 放大 拉近 줌인 다가가 다가간`,
  ],
  [
    'craneUp',
    `crane_up cranes_up crane-up camera_rises camera_rising rises_up camera_ascends camera_lifts boom_up pedestal_up
    drone_rises moves_up$ camera_moves_up kamera_steigt kamera_hebt caméra_s'élève la_caméra_monte cámara_sube
    cámara_se_eleva camera_si_alza camera_sale câmera_sobe камера_подним カメラが上昇 上昇 镜头上升 升起镜头 카메라가_올라`,
  ],
  [
    'craneDown',
    `crane_down cranes_down camera_lowers camera_descends camera_sinks boom_down pedestal_down camera_moves_down
    kamera_senkt kamera_sinkt caméra_descend cámara_baja cámara_desciende camera_scende câmera_desce камера_опуска
    カメラが下降 下降 镜头下降 카메라가_내려`,
  ],
  [
    'orbitLeft',
    `orbits_left orbit_left orbiting_left orbit_to_the_left orbits_to_the_left orbiting_to_the_left arcs_left arc_left
    arc_to_the_left arcs_to_the_left circles_left circles_to_the_left counterclockwise_around`,
  ],
  [
    'orbitRight',
    `orbit orbits$ orbiting arc_shot arcs_around camera_circles circles_around circling rotates_around revolves_around
    camera_goes_around moves_around umkreist kreist_um tourne_autour gira_alrededor rodea orbita ruota_intorno
    gira_em_torno circunda облета вращается_вокруг 回り込 周回 环绕 環繞 주위를_돌`,
  ],
  [
    'tiltUp',
    `tilt_up tilts_up tilting_up camera_looks_up schwenkt_nach_oben neigt_nach_oben panoramique_vers_le_haut
    inclina_hacia_arriba inclina_verso_l'alto inclina_para_cima наклон_вверх 上にチルト チルトアップ 镜头上摇 向上摇 틸트_업 위로_틸트`,
  ],
  [
    'tiltDown',
    `tilt_down tilts_down tilting_down camera_looks_down schwenkt_nach_unten neigt_nach_unten panoramique_vers_le_bas
    inclina_hacia_abajo inclina_verso_il_basso inclina_para_baixo наклон_вниз チルトダウン 镜头下摇 向下摇 틸트_다운 아래로_틸트`,
  ],
  ['rollRight', `dutch_angle camera_rolls rolls_clockwise camera_tilts_sideways`],
  [
    'panLeft',
    `pan_left pans_left panning_left pan_to_the_left pans_to_the_left pans_slowly_left pans_slowly_to_the_left
    camera_moves_left moves_to_the_left truck_left trucks_left slides_left slide_left tracks_left tracking_left
    schwenkt_nach_links schwenk_nach_links nach_links_schwenk panoramique_vers_la_gauche panoramique_à_gauche
    vers_la_gauche paneo_a_la_izquierda hacia_la_izquierda a_la_izquierda verso_sinistra a_sinistra para_a_esquerda
    à_esquerda влево 左にパン 左へパン 向左摇 向左平移 镜头左移 왼쪽으로`,
  ],
  [
    'panRight',
    `pan_right pans_right panning_right pan_to_the_right pans_to_the_right pans_slowly_right pans_slowly_to_the_right
    camera_moves_right truck_right trucks_right slides_right slide_right tracks_right tracking_right panning_shot
    camera_pans camera_pan slow_pan pan$ pans$ panning tracking_shot schwenkt_nach_rechts schwenk_nach_rechts kameraschwenk
    schwenkt nach_rechts_schwenk panoramique vers_la_droite paneo hacia_la_derecha a_la_derecha verso_destra a_destra
    panoramica para_a_direita à_direita вправо панорам 右にパン 右へパン パンする 向右摇 向右平移 镜头右移 摇镜 오른쪽으로`,
  ],
  ['drift', `gentle_camera camera_drifts drifting_camera subtle_camera slow_camera parallax 2.5d floating_camera`],
];

/** Words of manner and of the whole film. */
export const MANNER_WORDS = {
  slow: `slow slowly gentle gently soft softly calm calmly serene peaceful subtle subtly lazily leisurely langsam sanft
    ruhig leise gemächlich lent$ lente lentement doux douce doucement calme lento lenta lentamente suave suavemente
    tranquil serena dolce dolcemente calmo calma devagar медленн плавн спокойн тих нежн ゆっくり 静か 穏やか そっと 慢 缓 緩 轻轻
    宁静 천천히 부드럽 고요 잔잔`,
  fast: `fast faster quick quickly rapid rapidly swift swiftly furious violently strong strongly heavy heavily wild
    wildly schnell rasch heftig stark rapide vite rapidement fort fortement rápid fuerte rapid veloce veloci forte быстр сильн
    速く 激し 速い 快速 迅速 强烈 빠르 세차 강하`,
  timeLapse: `time_lapse time-lapse timelapse hyperlapse zeitraffer accéléré lapso_de_tiempo cámara_rápida intervalo
    lasso_di_tempo таймлапс ускоренн タイムラプス 微速度 延时 縮時 缩时 타임랩스`,
  slowMotion: `slow_motion slow-motion slowmo slow-mo zeitlupe ralenti cámara_lenta rallentat câmera_lenta замедленн
    スローモーション 慢动作 慢動作 슬로우_모션 슬로모션`,
  cinematic: `cinematic filmic movie_like movie-like filmisch cinéma cinematográfic cinematografic кинематограф 映画のよう 電影
    电影感 시네마틱 영화`,
  music: `music$ musical soundtrack melody piano musik musique música musica музык 音楽 音乐 音樂 음악`,
  reverse: `counterclockwise anticlockwise counter-clockwise gegen_den_uhrzeigersinn`,
  clockwise: `clockwise im_uhrzeigersinn`,
} as const;

/** The subject moves out of its place. */
export const SUBJECT_WORDS = {
  leave: `drives_off drives_away drive_off drive_away driving_away drives_out drives_past leaves_the_frame leaves_the_picture
    exits_the_frame walks_away walks_off walks_out runs_away runs_off walks_across walks_through rides_away rides_off
    sails_away slides_away rolls_away swims_away swims_off crosses_the_frame moves_away_to moves_out trots fährt_weg
    fährt_davon fährt_los läuft_weg geht_weg s'en_va s'éloigne quitte_le_cadre sale_del_cuadro se_va$ se_aleja_caminando
    si_allontana_a esce_dal_campo vai_embora sai_do_quadro уезжает уходит убегает 走り去 去っていく 出ていく 离开画面 开走 走开 떠나`,
  rise: `takes_off taking_off lifts_off lift_off liftoff lift-off blasts_off launch$ launches launching flies_away flies_off
    flies_up floats_away floats_up rises_into rises_from_the_pad soars hebt_ab startet fliegt_weg fliegt_davon décolle s'envole
    despega lanza sale_volando decolla vola_via decola voa_embora взлета улетает стартует 飛び立 離陸 打ち上げ 发射 起飞 飞走
    升空 이륙 발사 날아`,
} as const;
