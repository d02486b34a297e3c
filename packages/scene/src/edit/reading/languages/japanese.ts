import type { EditLanguage } from './edit-language.ts';

export const JAPANESE: EditLanguage = {
  code: 'ja',
  split: /[、，,]\s*(?:そして|それから|さらに|また)?|そして|それから/gu,
  rules: [
    [/背景を?(?:ぼか|ボケ)/u, 'blur the background'],
    [/背景を?(?:削除|消|取り除|除去)/u, 'remove the background'],
    [/^背景を(.+?)(?:に|へと?)(?:変え|変更|置き換え|差し替え|して|する)/u, 'replace the background with {1}'],
    [/(?:音|音声|サウンド)を?(?:消|ミュート|削除|無く|なく)|ミュート|無音/u, 'mute'],
    [/^(.+?)の音を?(?:追加|加え|入れ|つけ|付け)/u, 'add the sound of {1}'],
    [/逆再生|逆回し/u, 'play it backwards'],
    [/スローモーション|スロー|遅く/u, 'slow motion'],
    [/早送り|速く|倍速/u, 'speed it up 2x'],
    [/(?:左右)?反転|鏡/u, 'flip horizontally'],
    [/^(.+?)を(?:消|削除|取り除|除去|取っ)/u, 'remove {1}'],
    [/^(.+?)(?:の色)?を(赤|青|緑|黄色|オレンジ|白|黒|ピンク|紫|金色|灰色|茶色)(?:色)?(?:く|に)/u, 'make {1} {2}'],
    [/^(.+?)の(頭|首|目|耳|肩|手)に(.+?)を(?:かぶせ|つけ|付け|乗せ|載せ|かけ|追加|加え|置)/u, 'give {1} {3}'],
    [/^(.+?)の(上|隣|横|そば|中|前|後ろ)に(.+?)を(?:追加|加え|置|入れ|乗せ|載せ)/u, 'add {3} {2} {1}'],
    [/^空に(.+?)を/u, 'add {1} in the sky'],
    [/^(.+?)に(.+?)を(?:かぶせ|つけ|付け|着け|身に着け|かけ|追加|加え|持たせ|させ|あげ)/u, 'give {1} {2}'],
    [/^(.+?)を(?:追加|加え|入れ|置|つけ|付け|降らせ)/u, 'add {1}'],
  ],
  looks: `
black and white = 白黒|モノクロ
sepia = セピア
anime style = アニメ|ジブリ|漫画風|マンガ
watercolor = 水彩
oil painting = 油絵|油彩|絵画
pixel art = ドット絵|ピクセル
comic book style = コミック|アメコミ|カートゥーン
pencil sketch = 鉛筆|スケッチ|線画
claymation = クレイ|粘土
film noir = フィルムノワール
night = 夜
day = 昼(?!夜)
sunset = 夕方|夕焼け|夕暮れ|日没
winter = 冬
autumn = 秋|紅葉
spring time = 春
summer = 夏
vintage = レトロ|ビンテージ|ヴィンテージ|昔の映画|古い映画
warmer = 暖か
cooler = 寒色|冷た
brighter = 明る
darker = 暗く
more vibrant = 鮮やか
cinematic = 映画(?:風|のよう)|シネマ
rain = 雨
snow = 雪
fog = 霧|靄
thunderstorm = 雷雨|嵐
sunny = 晴れ
cherry blossoms = 桜吹雪|花びら
falling leaves = 落ち葉`,
  nouns: `
silver necklace = 銀のネックレス, シルバーのネックレス
gold necklace = 金のネックレス
background = 背景
necklace = ネックレス, 首飾り
sunglasses = サングラス
glasses = 眼鏡, メガネ, めがね
hat = 帽子, ハット
crown = 王冠, 冠
earrings = イヤリング, ピアス
scarf = マフラー, スカーフ
tie = ネクタイ
beard = ひげ, 髭
mask = マスク, 仮面
headphones = ヘッドホン, ヘッドフォン
flower crown = 花冠
balloon = 風船
red balloon = 赤い風船
woman = 女性, 女の人, 女
man = 男性, 男の人, 男
person = 人, 人物
on = 上
next to = 隣, 横, そば
in = 中
in front of = 前
behind = 後ろ
hair = 髪, 髪の毛
dress = ドレス
shirt = シャツ
car = 車
sky = 空
rainbow = 虹
beach = ビーチ, 海辺
birds = 鳥, 鳥のさえずり
rain = 雨
waves = 波
music = 音楽
golden = 金色
red = 赤
blue = 青
green = 緑
white = 白
black = 黒
pink = ピンク
purple = 紫
gray = 灰色
brown = 茶色
yellow = 黄色
orange = オレンジ
title = タイトル`,
  isUnspaced: true,
};
