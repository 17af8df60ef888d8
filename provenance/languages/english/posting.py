"""Where posts stand, and the words for posting them."""

from __future__ import annotations

from provenance.languages.words import words

# As written in lower case -> what the platform is called.
PLATFORMS: dict[str, str] = {
    "telegram": "Telegram", "twitter": "Twitter", "x": "X", "facebook": "Facebook", "instagram": "Instagram",
    "truth social": "Truth Social", "weibo": "Weibo", "sina weibo": "Weibo", "vkontakte": "VKontakte",
    "vk": "VKontakte", "tiktok": "TikTok", "youtube": "YouTube", "linkedin": "LinkedIn",
    "reddit": "Reddit", "threads": "Threads", "bluesky": "Bluesky", "mastodon": "Mastodon", "whatsapp": "WhatsApp",
    "wechat": "WeChat", "snapchat": "Snapchat", "odnoklassniki": "Odnoklassniki", "kakaotalk": "KakaoTalk",
    "line": "LINE", "gab": "Gab", "parler": "Parler", "substack": "Substack", "discord": "Discord",
    "signal": "Signal", "medium": "Medium", "viber": "Viber",
}  # fmt: skip
# A word that only one platform has: "he tweeted", "in a tweet".
TWEETING = words("tweet tweets tweeted tweeting retweet retweets retweeted retweeting twitter")
# These are common words: they name a platform only where they are written with a capital and posting is spoken of.
COMMON = words("x line threads signal medium gab discord")
POSTING = words(
    "post posts posted posting write writes wrote writing say says said saying announce announced share shared"
)
PAGES = words("account page channel profile feed group post posts message video thread story livestream")
