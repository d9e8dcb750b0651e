"""Addresses of the public pages; each is the same in every language but for its prefix."""

from django.urls import path

from tracker.public import feeds, views
from tracker.public.lists.awards import Awards
from tracker.public.lists.commitments import Commitments
from tracker.public.lists.deliveries import Deliveries
from tracker.public.lists.dialogues import Dialogues
from tracker.public.lists.parties import Parties, Partners
from tracker.public.lists.sources import Sources

app_name = "tracker"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("partnerships/<slug:slug>/", views.partnership, name="partnership"),
    path("commitments/", Commitments.as_view(), name="commitments"),
    path("commitments/<slug:code>/", views.commitment, name="commitment"),
    path("deliveries/", Deliveries.as_view(), name="deliveries"),
    path("deliveries/<slug:slug>/", views.delivery, name="delivery"),
    path("awards/", Awards.as_view(), name="awards"),
    path("awards/<slug:slug>/", views.award, name="award"),
    path("parties/", Parties.as_view(), name="parties"),
    path("parties/<slug:slug>/", views.party, name="party"),
    path("partners/", Partners.as_view(), name="partners"),
    path("partners/<slug:slug>/", views.partner, name="partner"),
    path("dialogues/", Dialogues.as_view(), name="dialogues"),
    path("dialogues/<slug:slug>/", views.dialogue, name="dialogue"),
    path("sources/", Sources.as_view(), name="sources"),
    path("sources/<slug:slug>/", views.source, name="source"),
    path("regions/", views.regions, name="regions"),
    path("regions/<slug:code>/", views.region, name="region"),
    path("disagreements/", views.disagreements, name="disagreements"),
    path("changes/", views.changes, name="changes"),
    path("changes/feed/", feeds.Changes(), name="feed"),
    path("about/", views.about, name="about"),
]
