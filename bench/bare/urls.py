from django.urls import path

from bench.bare import views

urlpatterns = [path("<int:pk>/", views.read)]
